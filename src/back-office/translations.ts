/** What AdminJS itself says, where its own words are missing or not ours, and the names of the host's records. */

import type { Locale } from 'adminjs';
import type { Label, RecordDeclaration } from './records/record-declaration.js';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

type Texts = Readonly<Record<string, Label>>;

const messages: Texts = {
  fieldRequired: { en: 'This cannot be empty.', de: 'Das darf nicht leer sein.' },
  fieldTaken: { en: 'Another record has this already.', de: 'Das hat schon ein anderer Datensatz.' },
  fieldRefersToNothing: { en: 'There is no such record.', de: 'Diesen Datensatz gibt es nicht.' },
  fieldNotAllowed: { en: 'This value is not allowed here.', de: 'Dieser Wert ist hier nicht erlaubt.' },
  fieldNotOffered: { en: 'Choose one of the values offered.', de: 'Wählen Sie einen der angebotenen Werte.' },
  fieldTooLong: { en: 'This is too long.', de: 'Das ist zu lang.' },
  fieldOutOfRange: { en: 'This number is too large.', de: 'Diese Zahl ist zu groß.' },
  fieldNotText: { en: 'This is not a text.', de: 'Das ist kein Text.' },
  fieldNotUuid: { en: 'This is not a UUID.', de: 'Das ist keine UUID.' },
  fieldNotInteger: { en: 'This is not a whole number.', de: 'Das ist keine ganze Zahl.' },
  fieldNotNumber: { en: 'This is not a number.', de: 'Das ist keine Zahl.' },
  fieldNotDate: { en: 'This is not a date.', de: 'Das ist kein Datum.' },
  fieldNotJson: { en: 'This is not valid JSON.', de: 'Das ist kein gültiges JSON.' },
  saveFailed: {
    en: 'This could not be saved. The log of the server says why.',
    de: 'Das konnte nicht gespeichert werden. Warum, steht im Protokoll des Servers.',
  },
  saveTookTooLong: {
    en: 'Saving took too long and was undone.',
    de: 'Das Speichern hat zu lange gedauert und wurde rückgängig gemacht.',
  },
  recordGone: { en: 'This record does not exist any more.', de: 'Diesen Datensatz gibt es nicht mehr.' },
  recordInUse: {
    en: 'Other records refer to this one, so it stays.',
    de: 'Andere Datensätze verweisen auf diesen, deshalb bleibt er.',
  },
  searchTookTooLong: {
    en: 'This took too long. Filter for something narrower.',
    de: 'Das hat zu lange gedauert. Grenzen Sie die Filter enger ein.',
  },
  filterNotAllowed: {
    en: 'Records cannot be filtered by {{property}}.',
    de: 'Nach {{property}} kann nicht gefiltert werden.',
  },
  filterNeedsNumber: {
    en: '{{property}}: write 42, >= 42 or 10..20.',
    de: '{{property}}: Schreiben Sie 42, >= 42 oder 10..20.',
  },
  filterNeedsDate: { en: '{{property}}: this is not a date.', de: '{{property}}: Das ist kein Datum.' },
  filterNeedsUuid: { en: '{{property}}: this is not a UUID.', de: '{{property}}: Das ist keine UUID.' },
  sortNotAllowed: {
    en: 'Records cannot be sorted by {{property}}.',
    de: 'Nach {{property}} kann nicht sortiert werden.',
  },
};

const labels: Texts = {
  navigation: { en: 'Records', de: 'Datensätze' },
  pages: { en: 'Marketing', de: 'Marketing' },
};

const pages: Texts = {
  segments: { en: 'Segments', de: 'Segmente' },
};

const properties: Texts = {
  display: { en: 'Name', de: 'Name' },
  true: { en: 'Yes', de: 'Ja' },
  false: { en: 'No', de: 'Nein' },
};

/** The screens have texts of their own; these are for what AdminJS draws. */
export function localeOf(records: readonly RecordDeclaration[]): Locale {
  const translations = Object.fromEntries(
    languages.map((language) => [
      language,
      {
        messages: pick(messages, language),
        pages: pick(pages, language),
        properties: pick(properties, language),
        labels: { ...pick(labels, language), ...pick(namesOf(records), language) },
        resources: Object.fromEntries(records.map((record) => [record.id, ofRecord(record, language)])),
        components: { LanguageSelector: { availableLanguages: { en: 'English', de: 'Deutsch' } } },
      },
    ]),
  );
  return { language: 'en', availableLanguages: [...languages], localeDetection: true, translations };
}

const pick = (texts: Texts, language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[language]]));

const namesOf = (records: readonly RecordDeclaration[]): Texts =>
  Object.fromEntries(records.map(({ id, label }) => [id, label]));

/** A list is headed by what it lists; AdminJS would write “List”. */
function ofRecord({ label, properties: details = {} }: RecordDeclaration, language: Language) {
  const named = Object.entries(details).flatMap(([name, { label }]) =>
    label ? [[name, label[language]]] : [],
  );
  return { actions: { list: label[language] }, properties: Object.fromEntries(named) };
}
