/** The screens' entry: registers the components by the names AdminJS asks for, then draws the application. */

import * as AdminJS from 'adminjs';
import type { ReactNode } from 'react';

declare global {
  interface Window {
    createRoot(container: Element): { render(node: ReactNode): void };
  }
}

const components = {};

Object.assign(AdminJS, { UserComponents: components });

const container = document.getElementById('app');
if (container) window.createRoot(container).render(Reflect.get(AdminJS, 'Application'));
