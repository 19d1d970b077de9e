import { csrfToken } from "./client";

// Hears from the server that something changed; what, the open page asks for itself. Between two connections it tells its
// listener once more, for what was missed meanwhile.
export class Live {
  private socket: WebSocket | null = null;
  private pause = 1_000;
  private timer: number | undefined;
  private stopped = false;

  constructor(
    private readonly changed: () => void,
    private readonly connected: (is: boolean) => void,
  ) {
    this.open();
  }

  stop() {
    this.stopped = true;
    window.clearTimeout(this.timer);
    this.socket?.close();
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
      if (this.stopped) return;
      this.timer = window.setTimeout(() => this.open(), this.pause);
      this.pause = Math.min(this.pause * 2, 60_000);
    };
  }
}
