/** What the sample's restaurant serves. */

export interface Dish {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly department: 'kitchen' | 'bar';
  /** In cents. */
  readonly price: number;
}

const course = (
  category: string,
  department: Dish['department'],
  ...dishes: readonly (readonly [name: string, price: number])[]
): Dish[] =>
  dishes.map(([name, price], index) => ({
    sku: `${category.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(2, '0')}`,
    name,
    category,
    department,
    price,
  }));

export const menu = {
  starters: course(
    'starters',
    'kitchen',
    ['Bruschetta', 690],
    ['Vitello tonnato', 1290],
    ['Minestrone', 750],
    ['Burrata', 1190],
  ),
  salads: course(
    'salads',
    'kitchen',
    ['Insalata mista', 850],
    ['Caesar salad', 1290],
    ['Rocket and pear', 1090],
  ),
  healthy: course(
    'healthy',
    'kitchen',
    ['Quinoa bowl', 1390],
    ['Grilled vegetables', 1250],
    ['Lentil stew', 1190],
  ),
  mains: course(
    'mains',
    'kitchen',
    ['Saltimbocca', 2290],
    ['Sea bream', 2450],
    ['Ossobuco', 2590],
    ['Rib eye', 3190],
  ),
  pasta: course(
    'pasta',
    'kitchen',
    ['Carbonara', 1390],
    ['Lasagne', 1450],
    ['Tagliatelle ai funghi', 1550],
    ['Spaghetti vongole', 1790],
  ),
  pizza: course(
    'pizza',
    'kitchen',
    ['Margherita', 1050],
    ['Diavola', 1290],
    ['Quattro formaggi', 1350],
    ['Vegana', 1290],
  ),
  desserts: course('desserts', 'kitchen', ['Tiramisù', 690], ['Panna cotta', 650], ['Affogato', 590]),
  wine: course(
    'wine',
    'bar',
    ['Chianti, glass', 780],
    ['Soave, glass', 720],
    ['Barolo, bottle', 6900],
    ['Lugana, bottle', 3400],
  ),
  beer: course('beer', 'bar', ['Pils', 480], ['Weizen', 520], ['Pale ale', 590]),
  soft_drinks: course('soft_drinks', 'bar', ['Water', 350], ['Lemonade', 450], ['Apple spritzer', 420]),
  coffee: course('coffee', 'bar', ['Espresso', 280], ['Cappuccino', 380]),
} as const;

export type Course = keyof typeof menu;
