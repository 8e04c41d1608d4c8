/** A crawl is given up when its draft changes or the service stops; that is no trouble of anybody's. */
export const reportUnlessStopped = (report: (error: unknown) => void, error: unknown): void => {
  if (Object(error).name !== 'AbortError') report(error);
};
