/** The port through which the root module hands in how much may leave at once. */

export abstract class ExportSettings {
  /** Members in one export. */
  abstract readonly limit: number;
}
