export const DEMO_COMPANY_NAME = 'CRONUS International Ltd.';
