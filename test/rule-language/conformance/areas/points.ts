/** Points: distances on the sphere, rounded to the metre. One degree of a great circle is 111.195080 km. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { allBut, asking, nobody, type Scene, scene } from '../scene.js';

const home = asking('home');
const office = asking('office');
const around =
  (latitude: number, longitude: number) =>
  (kilometres: number | string): Value => ({
    latitude,
    longitude,
    kilometres,
  });
const homes = (places: Readonly<Record<string, readonly [number | null, number | null]>>): Scene['guests'] =>
  Object.fromEntries(
    Object.entries(places).map(([name, [north, east]]) => [
      name,
      { home_latitude: north, home_longitude: east },
    ]),
  );
const zero = around(0, 0);
const nearPole = around(89, 0);
const antarctic = around(-89.5, 10);
const fiji = around(0, 179.5);

export const points = [
  scene(
    'Around the point where the equator meets Greenwich',
    homes({
      'right there': [0, 0],
      'one degree north': [1, 0],
      'one degree east': [0, 1],
      'one degree west': [0, -1],
      'the other end of the world': [0, 180],
      'a latitude that is none': [90.000001, 0],
      'a longitude that is none': [0, -180.5],
      'half a point': [0, null],
      'not a number': [Number.NaN, 0],
      nowhere: [null, null],
    }),
    [
      home(
        'within_radius',
        zero('111.195'),
        ['right there', 'one degree north', 'one degree east', 'one degree west'],
        'whose home is at most 111.195 km from 0° N 0° E',
      ),
      home(
        'within_radius',
        zero('111.194'),
        ['right there'],
        'whose home is at most 111.194 km from 0° N 0° E',
      ),
      home(
        'within_radius',
        zero('111.1949'),
        ['right there'],
        'whose home is at most 111.1949 km from 0° N 0° E',
      ),
      home('within_radius', zero('0.001'), ['right there'], 'whose home is at most 0.001 km from 0° N 0° E'),
      home(
        'outside_radius',
        zero('111.195'),
        allBut('right there', 'one degree north', 'one degree east', 'one degree west'),
        'whose home is more than 111.195 km from 0° N 0° E (or is missing)',
      ),
      home(
        'within_radius',
        zero('20015.114'),
        [
          'right there',
          'one degree north',
          'one degree east',
          'one degree west',
          'the other end of the world',
        ],
        'whose home is at most 20,015.114 km from 0° N 0° E',
      ),
      home(
        'within_radius',
        zero('20015.113'),
        ['right there', 'one degree north', 'one degree east', 'one degree west'],
        'whose home is at most 20,015.113 km from 0° N 0° E',
      ),
      home(
        'is_empty',
        undefined,
        ['a latitude that is none', 'a longitude that is none', 'half a point', 'not a number', 'nowhere'],
        'whose home is missing',
      ),
      home(
        'is_not_empty',
        undefined,
        [
          'right there',
          'one degree north',
          'one degree east',
          'one degree west',
          'the other end of the world',
        ],
        'whose home is known',
      ),
    ],
  ),
  scene(
    'One degree from the North Pole',
    homes({
      'the pole': [90, 77],
      'across the pole': [89, 180],
      'a quarter around it': [89, 90],
      'one degree south': [88, 0],
      'half a degree south, around it': [88.5, 180],
    }),
    [
      home(
        'within_radius',
        nearPole('111.195'),
        ['the pole', 'one degree south'],
        'whose home is at most 111.195 km from 89° N 0° E',
      ),
      home(
        'within_radius',
        nearPole(160),
        ['the pole', 'a quarter around it', 'one degree south'],
        'whose home is at most 160 km from 89° N 0° E',
      ),
      home(
        'within_radius',
        nearPole('222.39'),
        allBut('half a degree south, around it'),
        'whose home is at most 222.39 km from 89° N 0° E',
      ),
      home(
        'within_radius',
        nearPole('222.389'),
        allBut('across the pole', 'half a degree south, around it'),
        'whose home is at most 222.389 km from 89° N 0° E',
      ),
      home('within_radius', nearPole(111), nobody, 'whose home is at most 111 km from 89° N 0° E'),
    ],
  ),
  scene(
    'Half a degree from the South Pole',
    homes({ 'the pole': [-90, 0], 'across the pole': [-89.5, -170], far: [-88, 10] }),
    [
      home(
        'within_radius',
        antarctic('55.598'),
        ['the pole'],
        'whose home is at most 55.598 km from 89.5° S 10° E',
      ),
      home(
        'within_radius',
        antarctic('111.195'),
        ['the pole', 'across the pole'],
        'whose home is at most 111.195 km from 89.5° S 10° E',
      ),
    ],
  ),
  scene(
    'At 60° north a degree of longitude is half as long as one of latitude',
    homes({
      'right there': [60, 10],
      '1.9 degrees east': [60, 11.9],
      '1.9 degrees west': [60, 8.1],
      'one degree north and one east': [61, 11],
      '0.9 degrees south': [59.1, 10],
    }),
    [
      home(
        'within_radius',
        around(60, 10)('105.632'),
        ['right there', '1.9 degrees east', '1.9 degrees west', '0.9 degrees south'],
        'whose home is at most 105.632 km from 60° N 10° E',
      ),
      home(
        'within_radius',
        around(60, 10)('105.631'),
        ['right there', '0.9 degrees south'],
        'whose home is at most 105.631 km from 60° N 10° E',
      ),
    ],
  ),
  scene(
    'Half a degree from the antimeridian',
    homes({
      'on it, from the west': [0, 180],
      'on it, from the east': [0, -180],
      'half a degree beyond': [0, -179.5],
      'one degree before': [0, 178.5],
      'half the world away': [0, 0],
    }),
    [
      home(
        'within_radius',
        fiji('55.598'),
        ['on it, from the west', 'on it, from the east'],
        'whose home is at most 55.598 km from 0° N 179.5° E',
      ),
      home('within_radius', fiji('55.597'), nobody, 'whose home is at most 55.597 km from 0° N 179.5° E'),
      home('within_radius', fiji('55.5979'), nobody, 'whose home is at most 55.5979 km from 0° N 179.5° E'),
      home(
        'within_radius',
        fiji('111.195'),
        allBut('half the world away'),
        'whose home is at most 111.195 km from 0° N 179.5° E',
      ),
      home(
        'within_radius',
        around(0, -179.5)('111.195'),
        ['on it, from the west', 'on it, from the east', 'half a degree beyond'],
        'whose home is at most 111.195 km from 0° N 179.5° W',
      ),
    ],
  ),
  scene(
    'Points of decimals',
    {
      'one degree north': { office_latitude: '1', office_longitude: '0' },
      'infinitely far': { office_latitude: 'Infinity', office_longitude: '0' },
      'not a number': { office_latitude: 'NaN', office_longitude: '0' },
      nowhere: {},
    },
    [
      office(
        'within_radius',
        zero('111.195'),
        ['one degree north'],
        'whose office is at most 111.195 km from 0° N 0° E',
      ),
      office(
        'outside_radius',
        zero('111.194'),
        allBut(),
        'whose office is more than 111.194 km from 0° N 0° E (or is missing)',
      ),
      office('is_empty', undefined, allBut('one degree north'), 'whose office is missing'),
    ],
  ),
];
