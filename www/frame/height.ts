/**
 * Answers open fields and lines. Told to the pixel, the height of a question would say which answer it has. So heights are told
 * in steps with room for what an answer opens, and those of one view only grow.
 */
const STEP_PX = 240;
const ROOM_PX = 240;
/** Room for a question over little content. */
const LEAST_PX = 480;
/** Another width lays everything out anew, but a page around could measure by changing it again and again. */
const LAYOUTS = 8;
const OTHER_LAYOUT = 1.25;

export class Height {
  #told = 0;
  #most = new Map<string, number>();
  #width = 0;
  #layouts = 0;

  constructor(private readonly tell: (height: number) => void) {
    // A page around that hides the frame or builds it anew may have forgotten what it was told.
    addEventListener("resize", () => {
      if (this.#told > 0 && innerHeight > 0 && innerHeight !== this.#told) this.tell(this.#told);
    });
  }

  forget(): void {
    this.#told = 0;
  }

  /** How high the content of a view is now. */
  measured(view: string, content: number, asks: boolean): void {
    // Hidden, nothing has a height.
    if (content === 0 || innerWidth === 0) return;
    const other = Math.max(innerWidth / this.#width, this.#width / innerWidth) >= OTHER_LAYOUT;
    if (other && this.#layouts < LAYOUTS) {
      this.#width = innerWidth;
      this.#layouts += 1;
      this.#most.clear();
    }
    const wanted = Math.max(content, asks ? LEAST_PX : 0);
    let height = this.#most.get(view) ?? 0;
    if (wanted > height) height = Math.ceil((wanted + ROOM_PX) / STEP_PX) * STEP_PX;
    this.#most.set(view, height);
    if (height === this.#told) return;
    this.#told = height;
    this.tell(height);
  }
}
