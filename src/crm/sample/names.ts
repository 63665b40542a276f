/** Names, as they are common in the countries that the sample's people come from. */

export interface Culture {
  readonly language: string;
  readonly first: readonly string[];
  readonly last: readonly string[];
}

const list = (names: string): string[] => names.split(' ');

const german: Culture = {
  language: 'de',
  first: list(
    'Anna Lena Marie Sophie Laura Julia Lea Hannah Katharina Sabine Petra Claudia Monika Ursula Birgit Heike Nina ' +
      'Jana Franziska Zoë Paul Lukas Felix Maximilian Jonas Leon Tim Niklas Thomas Michael Stefan Andreas Jürgen ' +
      'Klaus Wolfgang Matthias Jörg Björn Sven Emre Mehmet Ayşe Elif Fatma Agnieszka Olga Dmitri Minh',
  ),
  last: list(
    'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein ' +
      'Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier ' +
      'Lehmann Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn ' +
      'Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Yılmaz Kaya Nowak Nguyen',
  ),
};

const english: Culture = {
  language: 'en',
  first: list(
    'Emma Olivia Ava Charlotte Amelia Grace Chloe Emily Jessica Ashley Sarah Megan Rachel Nicole Hannah Liam Noah ' +
      'Oliver James William Benjamin Henry Jack Daniel Matthew Ryan Tyler Brandon Kevin Jason Andrew George Harry ' +
      'Aisha Priya Mei Carlos Diego Sofia Camila',
  ),
  last: list(
    'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Wilson Anderson Taylor Thomas Moore ' +
      'Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill ' +
      "Green Adams Baker Nelson Carter Mitchell Roberts Turner O'Brien Patel Singh Khan Chen",
  ),
};

const french: Culture = {
  language: 'fr',
  first: list(
    'Camille Chloé Inès Léa Manon Louise Jeanne Élodie Aurélie Sandrine Nathalie Hugo Louis Gabriel Arthur Jules ' +
      'Antoine Mathieu Nicolas Julien François Thierry',
  ),
  last: list(
    'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David ' +
      'Bertrand Morel Fournier Girard Bonnet Dupont Lambert Rousseau',
  ),
};

const italian: Culture = {
  language: 'it',
  first: list(
    'Giulia Sofia Aurora Alice Chiara Francesca Martina Elena Paola Laura Leonardo Francesco Alessandro Lorenzo ' +
      'Mattia Andrea Marco Luca Davide Giuseppe',
  ),
  last: list(
    'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano ' +
      'Mancini Rizzo Lombardi Moretti Barbieri',
  ),
};

const thai: Culture = {
  language: 'th',
  first: list(
    'Somchai Somsak Anan Kittisak Narong Prasert Thanawat Chaiwat Wichai Siriporn Malee Supaporn Kanya Naree ' +
      'Pranee Wanida Ploy Apinya Nattaya Orawan',
  ),
  last: list(
    'Saetang Srisai Boonmee Chaiyaporn Rattanakul Wongsuwan Suksawat Thongchai Phromma Jaidee Kaewmanee Sombat ' +
      'Charoensuk Intarak Limsakul',
  ),
};

const cultures: Readonly<Record<string, Culture>> = {
  DE: german,
  AT: german,
  CH: german,
  US: english,
  GB: english,
  AE: english,
  SG: english,
  FR: french,
  IT: italian,
  TH: thai,
};

export const cultureOf = (country: string): Culture => cultures[country] ?? english;
