import '@testing-library/jest-dom';

// Finding elements by role and name in a whole form takes its time on a busy machine; nothing here waits for real time.
jest.setTimeout(30_000);
