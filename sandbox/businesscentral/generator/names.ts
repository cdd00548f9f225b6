/** Words that the names of generated customers are made of. */
export const FIRST_WORDS: readonly string[] = [
  'Amber',
  'Blue Yonder',
  'Cedar',
  'Delta',
  'Eastern',
  'Falcon',
  'Granite',
  'Harbour',
  'Island',
  'Jubilee',
  'Kestrel',
  'Lakeside',
  'Maple',
  'Northern',
  'Orchard',
  'Pioneer',
  'Quay',
  'River',
  'Summit',
  'Tailspin',
  'Union',
  'Valley',
  'Western',
  'Zephyr',
];

export const SECOND_WORDS: readonly string[] = [
  'Bakery',
  'Carpentry',
  'Clinic',
  'Design',
  'Engineering',
  'Furnishings',
  'Galleries',
  'Hotels',
  'Interiors',
  'Joinery',
  'Kitchens',
  'Logistics',
  'Mills',
  'Nurseries',
  'Offices',
  'Press',
  'Quarries',
  'Restaurants',
  'Schools',
  'Traders',
  'Utilities',
  'Workshops',
];

export interface Place {
  readonly city: string;
  readonly country: string;
  readonly postalCode: string;
  readonly taxPercent: number;
  readonly currencyCode: string;
}

/** Where generated customers live: three quarters at home, the others abroad, untaxed, in their own currency. */
export const PLACES: readonly Place[] = [
  { city: 'London', country: 'GB', postalCode: 'W1 3AL', taxPercent: 25, currencyCode: 'GBP' },
  { city: 'Birmingham', country: 'GB', postalCode: 'B27 4KT', taxPercent: 25, currencyCode: 'GBP' },
  { city: 'Cambridge', country: 'GB', postalCode: 'CB1 2FB', taxPercent: 25, currencyCode: 'GBP' },
  { city: 'Coventry', country: 'GB', postalCode: 'CV6 1GY', taxPercent: 25, currencyCode: 'GBP' },
  { city: 'Manchester', country: 'GB', postalCode: 'M22 5TG', taxPercent: 25, currencyCode: 'GBP' },
  { city: 'Leicester', country: 'GB', postalCode: 'LE16 7YH', taxPercent: 25, currencyCode: 'GBP' },
  { city: 'Hamburg', country: 'DE', postalCode: '20097', taxPercent: 0, currencyCode: 'EUR' },
  { city: 'Atlanta', country: 'US', postalCode: '31772', taxPercent: 0, currencyCode: 'USD' },
];

/** Words that the names of generated items are made of. */
export const MATERIALS: readonly string[] = ['Ash', 'Beech', 'Birch', 'Canvas', 'Copper', 'Glass', 'Oak', 'Steel'];

export const GOODS: readonly string[] = [
  'Bench',
  'Bookcase',
  'Cabinet',
  'Chair',
  'Desk',
  'Drawer',
  'Lamp',
  'Partition',
  'Shelf',
  'Sideboard',
  'Stool',
  'Table',
];
