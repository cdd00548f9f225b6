import { runBci } from './fakeHost';

const SETTINGS = {
  BCI_BUSINESS_CENTRAL_URL: 'http://127.0.0.1:1',
  BCI_DATAVERSE_URL: 'http://127.0.0.1:1',
  BCI_ENVIRONMENT: 'Sandbox',
  BCI_BUSINESS_CENTRAL_TOKEN: 'sandbox-business-central',
  BCI_DATAVERSE_TOKEN: 'sync@cronus.example',
  BCI_WEBHOOK_KEY: 'a-key-of-sixteen-characters',
};

describe('the address of a webhook', () => {
  it.each([
    ['http://bci.example.com/webhook', '--url must begin with https://'],
    ['bci.example.com', '--url is not an address'],
    ['https://bci.example.com/', '--url must end in /webhook'],
    ['https://bci.example.com/webhook?code=1', '--url must end in /webhook'],
  ])('%s is refused before Dataverse is asked', async (url, reason) => {
    const run = await runBci(['register-webhook', '--url', url], SETTINGS);
    expect(run.exitCode).toBe(3);
    expect(run.notes).toContain(reason);
  });
});
