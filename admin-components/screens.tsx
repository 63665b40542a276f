/** The screens' entry: registers the components by the names AdminJS asks for, then draws the application. */

import type { ReactNode } from 'react';
import { DateEdit, DateFilter } from './records/date-fields.js';
import { SegmentsPage } from './segments/segments-page.js';
import { Application } from './shell/application.js';
import { Brand } from './shell/brand.js';
import { TopBar } from './shell/top-bar.js';

declare global {
  interface Window {
    readonly AdminJS: { UserComponents: object; readonly Application: ReactNode };
    createRoot(container: Element): { render(node: ReactNode): void };
  }
}

/** The last two are pages; the others take the place of AdminJS's own. */
window.AdminJS.UserComponents = {
  Application,
  TopBar,
  SidebarBranding: Brand,
  DefaultDatetimeEditProperty: DateEdit,
  DefaultDatetimeFilterProperty: DateFilter,
  Dashboard: SegmentsPage,
  SegmentsPage,
};

const container = document.getElementById('app');
if (container) window.createRoot(container).render(window.AdminJS.Application);
