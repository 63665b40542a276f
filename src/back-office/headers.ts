/** The headers of every answer of the back office, whatever the host's own middleware sets elsewhere. */

import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Scripts are files of ours and nothing else: no inline code, so injected markup runs nothing. Styles are allowed
 * inline because styled-components writes them as the page is drawn.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

/** HSTS holds for the whole host and its subdomains: that is the host's to decide. */
export const headers: RequestHandler = helmet({
  contentSecurityPolicy,
  strictTransportSecurity: false,
  originAgentCluster: false,
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
});

/** Pages and records are one person's; the browser keeps neither them nor a proxy does. */
export const unstored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
