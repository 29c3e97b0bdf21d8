interface Waiting {
  readonly what: string;
  readonly write: (text: string) => void;
  readonly clockMs: () => number;
}

const EVERY_MS = 1000;

/** Waits for work that leaves the thread free; from the first second on a line says it goes on. */
export async function whileWaiting<T>(
  { what, write, clockMs }: Waiting,
  work: Promise<T>,
): Promise<T> {
  const startMs = clockMs();
  const timer = setInterval(() => {
    write(`  ${((clockMs() - startMs) / 1000).toFixed(0)} s  ${what}\n`);
  }, EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
