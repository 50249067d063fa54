/**
 * One question after the other: answers neither overtake each other nor tell a state that a later question has changed
 * already. Whoever keeps the state of something takes it from here only.
 */
export class Turns<T> {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly take: (found: T) => void) {}

  /** Ask when all that was asked before is answered, and hand on what comes. Rejects as the question does. */
  ask(question: () => Promise<T>): Promise<T> {
    const answer = this.last.then(async () => {
      const found = await question();
      this.take(found);
      return found;
    });
    this.last = answer.catch(() => null);
    return answer;
  }
}
