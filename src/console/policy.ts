import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Everything from ourselves, no script or style written into a page, nothing evaluated, no frame around it. What htmx could
 * evaluate (filters, `js:` values, `hx-on`) is refused by the browser: version 4 has no setting for it.
 * @param isSecure on plain http nothing may be upgraded, or scripts would not load
 */
export const securityHeaders = (isSecure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'media-src': ["'self'", 'blob:'],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        ...(isSecure && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: isSecure,
    // So that a page of trouble can lead back; other hosts, and the secret in a link's address, are told nothing.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
