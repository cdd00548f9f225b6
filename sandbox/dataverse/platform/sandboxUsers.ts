import type { SandboxUser } from './organizationRows';

/**
 * Who can sign in to the sandbox. Names of roles that no platform role has are given when a solution brings a role of
 * that name; the sandbox knows nothing else of it.
 */
export const sandboxUsers: readonly SandboxUser[] = [
  {
    signInName: 'admin@cronus.example',
    firstName: 'Ada',
    lastName: 'Novak',
    title: 'Administrator',
    isApplicationUser: false,
    roles: ['System Administrator'],
  },
  {
    signInName: 'sync@cronus.example',
    firstName: '#',
    lastName: 'Synchronization',
    title: '',
    isApplicationUser: true,
    roles: ['Integration Administrator', 'Integration User'],
  },
  {
    signInName: 'seller@cronus.example',
    firstName: 'Sarah',
    lastName: 'Lindqvist',
    title: 'Salesperson',
    isApplicationUser: false,
    roles: ['Salesperson', 'Integration User'],
  },
  {
    signInName: 'availability@cronus.example',
    firstName: 'Amir',
    lastName: 'Haddad',
    title: 'Salesperson',
    isApplicationUser: false,
    roles: ['Salesperson', 'Integration User', 'Product Availability User'],
  },
  {
    signInName: 'newcomer@cronus.example',
    firstName: 'Nora',
    lastName: 'Berg',
    title: 'Salesperson',
    isApplicationUser: false,
    roles: ['Salesperson'],
  },
];
