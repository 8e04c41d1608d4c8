import type { RequestHandler, Router } from 'express';

/** A router that is loaded by the first request for it: what callers need starts sooner, and in less memory. */
export function lazyRouter(load: () => Promise<Router>): RequestHandler {
  let loading: Promise<Router> | null = null;
  return async (request, response, next) => {
    loading ??= load();
    try {
      (await loading)(request, response, next);
    } catch (error) {
      // What could not be loaded now is tried again by the next request.
      loading = null;
      next(error);
    }
  };
}
