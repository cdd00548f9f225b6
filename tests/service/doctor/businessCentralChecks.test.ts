import { checkAccess, checkCompany } from '../../../service/doctor/businessCentralChecks';
import { FakeCompany } from '../sync/fakeCompany';

const options = { lane: 'periodic', signal: new AbortController().signal } as const;

const company = (name: string): { id: string; name: string; displayName: string } => ({
  id: '11111111-0000-4000-8000-000000000001',
  name,
  displayName: name,
});

describe('the companies of Business Central', () => {
  it('are counted in the singular when there is one', async () => {
    const { checks } = await checkAccess(new FakeCompany(), options);
    expect(checks[0]?.what).toBe('1 company can be seen.');
  });

  it.each([
    ['Contoso', null, 'Contoso.'],
    ['CRONUS International Ltd.', null, 'CRONUS International Ltd.'],
    ['CRONUS International Ltd.', 'cronus international ltd.', 'CRONUS International Ltd.'],
  ])('%s, wanted %s: %s', (name, wanted, what) => {
    expect(checkCompany([company(name)], wanted).checks[0]?.what).toBe(what);
  });

  it('are named with one full stop to choose from', () => {
    const { checks } = checkCompany([company('CRONUS International Ltd.')], 'Contoso');
    expect(checks[0]?.cure).toBe('Set BCI_COMPANY to one of: CRONUS International Ltd.');
  });
});
