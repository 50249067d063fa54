/**
 * Answers may overtake each other. Whoever keeps the state of something takes it from here only: an answer to a question
 * that was asked before that of the answer taken last is older, and is not handed on.
 */
export class Order<T> {
  private asked = 0;
  private taken = 0;

  constructor(private readonly take: (found: T) => void) {}

  /** Ask, and hand on what comes. Resolves to it, also where it is old; rejects as the question does. */
  async ask(question: () => Promise<T>): Promise<T> {
    this.asked += 1;
    const number = this.asked;
    const found = await question();
    if (number > this.taken) {
      this.taken = number;
      this.take(found);
    }
    return found;
  }
}
