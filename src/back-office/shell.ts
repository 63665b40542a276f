/** Makes an AdminJS of the host's declarations. Its own loader, bundler and login are not used. */

import { AdminJS, type AdminPage, type ResourceOptions } from 'adminjs';
import type { DataSource } from 'typeorm';
import { actionsOf, type PageDeclaration } from './policy.js';
import { displayName } from './records/record-columns.js';
import type { RecordDeclaration } from './records/record-declaration.js';
import { TenantResource } from './records/tenant-resource.js';
import { localeOf } from './translations.js';

export interface ShellOptions {
  /** Where the back office is, such as `/admin`. */
  readonly path: string;
  readonly name: string;
  readonly records: readonly RecordDeclaration[];
  readonly pages: Readonly<Record<string, PageDeclaration>>;
}

export function createShell({ path, name, records, pages }: ShellOptions, database: DataSource): AdminJS {
  return new AdminJS({
    rootPath: path,
    loginPath: `${path}/login`,
    logoutPath: `${path}/logout`,
    resources: records.map((record) => resourceOf(record, database)),
    pages: Object.fromEntries(Object.entries(pages).map(([id, page]) => [id, pageOf(page)])),
    dashboard: { component: 'Dashboard' },
    locale: localeOf(records),
    branding: { companyName: name, withMadeWithLove: false, logo: false },
    settings: { defaultPerPage: 20 },
  });
}

const pageOf = ({ component, icon }: PageDeclaration): AdminPage => ({ component, ...(icon && { icon }) });

function resourceOf(record: RecordDeclaration, database: DataSource) {
  const resource = new TenantResource(record, database);
  const { title, read, list, write = [], filter = [], icon, order } = record;
  const { titleName } = resource.columns;
  const isDisplayed = titleName === displayName;
  const shown = isDisplayed ? read.filter((name) => !title.includes(name)) : read;
  const options: ResourceOptions = {
    navigation: { name: null, icon: icon ?? 'Database' },
    titleProperty: titleName,
    listProperties: [...(isDisplayed ? [titleName] : []), ...(list ?? shown.slice(0, 6))],
    showProperties: [...read],
    editProperties: [...write],
    filterProperties: [...(isDisplayed ? [titleName] : []), ...filter],
    actions: actionsOf(record),
    // The newest first, by the key's index; AdminJS would sort by the first column.
    sort: { sortBy: order?.by ?? resource.idName, direction: order?.direction ?? 'desc' },
  };
  return { resource, options };
}
