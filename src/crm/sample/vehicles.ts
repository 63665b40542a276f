/** What the sample's car dealer sells. */

export interface Vehicle {
  readonly make: string;
  readonly model: string;
  readonly bodyType: string;
  /** New, in euros. */
  readonly price: number;
}

const made = (
  make: string,
  ...models: readonly (readonly [model: string, bodyType: string, price: number])[]
): Vehicle[] => models.map(([model, bodyType, price]) => ({ make, model, bodyType, price }));

export const vehicles: readonly Vehicle[] = [
  ...made('Aurion', ['Trail', 'SUV', 52_900], ['Trail Electric', 'SUV', 61_500], ['Linea', 'sedan', 43_200]),
  ...made('Bergmann', ['Gipfel', 'SUV', 68_400], ['Tal', 'estate', 47_800], ['Stadt', 'hatchback', 29_900]),
  ...made(
    'Corsaro',
    ['Vento', 'convertible', 58_700],
    ['Rapido', 'coupe', 64_300],
    ['Piccolo', 'hatchback', 21_400],
  ),
  ...made('Nordvik', ['Fjord', 'estate', 49_600], ['Skog', 'SUV', 55_200], ['Elv', 'sedan', 45_100]),
  ...made('Takumi', ['Kumo', 'SUV', 38_900], ['Kaze', 'hatchback', 24_700], ['Hako', 'van', 41_300]),
  ...made('Werkmann', ['Lader', 'van', 39_500], ['Robust', 'pickup', 46_700]),
];
