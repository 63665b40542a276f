/** Where the sample's people and companies are. */

export interface Home {
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly postalCode: string;
  readonly latitude: number;
  readonly longitude: number;
}

type Weighted = readonly [home: Home, weight: number];

const home = (
  city: string,
  country: string,
  postalCode: string,
  latitude: number,
  longitude: number,
): Home => ({ city, country, postalCode, latitude, longitude });

const vienna = home('Wien', 'AT', '1010', 48.208, 16.373);
const zurich = home('Zürich', 'CH', '8001', 47.377, 8.541);
const newYork = home('New York', 'US', '10001', 40.751, -73.997);
const london = home('London', 'GB', 'SW1A', 51.507, -0.128);
const paris = home('Paris', 'FR', '75001', 48.86, 2.341);
const milan = home('Milano', 'IT', '20121', 45.472, 9.188);
const hamburg = home('Hamburg', 'DE', '20095', 53.551, 10.001);
const munich = home('München', 'DE', '80331', 48.137, 11.575);

/** Around a restaurant in Berlin-Mitte: the neighbourhood, the city, and visitors. */
export const guestsLive: readonly Weighted[] = [
  [home('Berlin', 'DE', '10117', 52.517, 13.389), 14],
  [home('Berlin', 'DE', '10119', 52.53, 13.405), 12],
  [home('Berlin', 'DE', '10405', 52.538, 13.424), 12],
  [home('Berlin', 'DE', '10245', 52.505, 13.462), 10],
  [home('Berlin', 'DE', '10999', 52.498, 13.42), 10],
  [home('Berlin', 'DE', '12043', 52.481, 13.435), 8],
  [home('Berlin', 'DE', '10623', 52.506, 13.322), 8],
  [home('Berlin', 'DE', '13353', 52.543, 13.353), 6],
  [home('Berlin', 'DE', '12555', 52.457, 13.58), 3],
  [home('Potsdam', 'DE', '14467', 52.4, 13.059), 4],
  [hamburg, 2],
  [munich, 2],
  [vienna, 2],
  [zurich, 2],
  [newYork, 2],
  [london, 1],
  [paris, 1],
  [milan, 1],
];

/** Around a car dealer in Munich. */
export const driversLive: readonly Weighted[] = [
  [munich, 30],
  [home('München', 'DE', '81667', 48.129, 11.598), 15],
  [home('Augsburg', 'DE', '86150', 48.366, 10.894), 12],
  [home('Ingolstadt', 'DE', '85049', 48.765, 11.424), 8],
  [home('Rosenheim', 'DE', '83022', 47.856, 12.129), 8],
  [home('Landshut', 'DE', '84028', 48.536, 12.152), 6],
  [home('Freising', 'DE', '85354', 48.403, 11.749), 6],
  [home('Nürnberg', 'DE', '90402', 49.451, 11.077), 5],
  [home('Salzburg', 'AT', '5020', 47.8, 13.044), 6],
  [home('Innsbruck', 'AT', '6020', 47.269, 11.404), 4],
];

/** An agency's clients are everywhere. */
export const clientsLive: readonly Weighted[] = [
  [home('Berlin', 'DE', '10115', 52.532, 13.385), 12],
  [hamburg, 9],
  [munich, 9],
  [home('Köln', 'DE', '50667', 50.938, 6.957), 6],
  [vienna, 8],
  [zurich, 8],
  [newYork, 8],
  [home('San Francisco', 'US', '94103', 37.773, -122.411), 6],
  [home('Austin', 'US', '78701', 30.271, -97.742), 4],
  [london, 6],
  [paris, 5],
  [milan, 4],
  [home('Bangkok', 'TH', '10110', 13.737, 100.56), 6],
  [home('Phuket', 'TH', '83000', 7.884, 98.392), 4],
  [home('Chiang Mai', 'TH', '50100', 18.787, 98.993), 3],
  [home('Dubai', 'AE', '00000', 25.205, 55.271), 3],
  [home('Singapore', 'SG', '018956', 1.281, 103.85), 2],
];

/** Companies are asked for by the country's name. */
export const countryNames: Readonly<Record<string, string>> = {
  DE: 'Germany',
  AT: 'Austria',
  CH: 'Switzerland',
  US: 'United States',
  GB: 'United Kingdom',
  FR: 'France',
  IT: 'Italy',
  TH: 'Thailand',
  AE: 'United Arab Emirates',
  SG: 'Singapore',
};
