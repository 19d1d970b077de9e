import { csrfToken } from "./client";

// A server that cannot be reached does not say good-bye.
const partingMillis = 2_000;
const partings = new Set<Promise<void>>();

// When none of the connections of stopped listeners is open any more, or being opened.
export async function liveEnded() {
  const late = new Promise((resolve) => window.setTimeout(resolve, partingMillis));
  await Promise.race([Promise.all(partings), late]);
}

// Hears from the server that something changed; what, the open page asks for itself. Between two connections it tells its
// listener once more, for what was missed meanwhile, and asks first whether the session is still there: the server ends the
// connection with it.
export class Live {
  private socket: WebSocket | null = null;
  private pause = 1_000;
  private timer: number | undefined;
  private stopped = false;

  constructor(
    private readonly changed: () => void,
    private readonly connected: (is: boolean) => void,
    private readonly isSignedIn: () => Promise<boolean>,
  ) {
    this.open();
  }

  stop() {
    this.stopped = true;
    window.clearTimeout(this.timer);
    const socket = this.socket;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    socket.onmessage = null;
    const parting = new Promise<void>((resolve) => {
      socket.onclose = () => resolve();
    });
    partings.add(parting);
    void parting.then(() => partings.delete(parting));
    // The browser complains of a connection that is closed before it is open.
    socket.onopen = () => socket.close();
    if (socket.readyState !== WebSocket.CONNECTING) socket.close();
  }

  private open() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const query = new URLSearchParams({ csrf: csrfToken() });
    const socket = new WebSocket(`${scheme}//${location.host}/v1/live?${query}`);
    this.socket = socket;
    socket.onopen = () => {
      this.pause = 1_000;
      this.connected(true);
      this.changed();
    };
    socket.onmessage = () => this.changed();
    socket.onclose = () => {
      this.connected(false);
      void this.goOn();
    };
  }

  private async goOn() {
    const signedIn = await this.isSignedIn().catch(() => true);
    if (this.stopped || !signedIn) return;
    this.timer = window.setTimeout(() => this.open(), this.pause);
    this.pause = Math.min(this.pause * 2, 60_000);
  }
}
