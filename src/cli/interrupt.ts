/** Ctrl-C ends a long run at the next safe place; a second one ends it at once, as the system does. */

export interface Interrupt {
  isRequested(): boolean;
  release(): void;
}

/** @param act what to do at the first signal. */
export function onInterrupt(act: () => void = () => {}): Interrupt {
  let isRequested = false;
  const request = (): void => {
    isRequested = true;
    act();
  };
  process.once("SIGINT", request);
  process.once("SIGTERM", request);
  return {
    isRequested: () => isRequested,
    release() {
      process.removeListener("SIGINT", request);
      process.removeListener("SIGTERM", request);
    },
  };
}
