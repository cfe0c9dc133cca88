import { WebSocket as LastingSocket } from "partysocket";
import { connection } from "./connection";
import { type Frame, parseFrame } from "./frame";

const PING_MS = 20_000;

/**
 * One socket for the whole page. Pages say which topics they look at; the cursor of the last frame goes along on every
 * reconnect, so that the server can replay what was missed.
 */
export class LiveSocket {
  private socket: LastingSocket | null = null;
  private readonly watchers = new Map<string, number>();
  private cursor: string | null = null;
  private unanswered = 0;
  private pinger: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly onFrame: (frame: Frame) => void) {}

  start(): void {
    if (this.socket) return;
    this.socket = new LastingSocket(() => this.address(), undefined, {
      minReconnectionDelay: 500 + Math.random() * 250,
      maxReconnectionDelay: 15_000,
      reconnectionDelayGrowFactor: 1.6,
      connectionTimeout: 8_000,
      // What was asked while away is in the address of the next connection already.
      maxEnqueuedMessages: 0,
    });
    this.socket.addEventListener("open", () => {
      this.unanswered = 0;
      connection.opened();
    });
    this.socket.addEventListener("close", () => connection.lost());
    this.socket.addEventListener("message", (event) => this.receive(event.data));
    connection.lost();
    this.pinger = setInterval(() => this.ping(), PING_MS);
  }

  stop(): void {
    clearInterval(this.pinger);
    this.socket?.close();
    this.socket = null;
    this.cursor = null;
    connection.reset();
  }

  /** Watches a topic until the returned function is called. */
  watch(topic: string): () => void {
    const count = this.watchers.get(topic) ?? 0;
    this.watchers.set(topic, count + 1);
    if (count === 0) this.send({ action: "subscribe", topics: [topic] });
    return () => {
      const left = (this.watchers.get(topic) ?? 1) - 1;
      if (left > 0) {
        this.watchers.set(topic, left);
      } else {
        this.watchers.delete(topic);
        this.send({ action: "unsubscribe", topics: [topic] });
      }
    };
  }

  private address(): string {
    const query = new URLSearchParams({ topics: [...this.watchers.keys()].join(",") });
    if (this.cursor !== null) query.set("since", this.cursor);
    return `${location.origin.replace(/^http/, "ws")}/api/v1/ws?${query}`;
  }

  private receive(text: unknown): void {
    const frame = parseFrame(text);
    if (!frame) return;
    if (frame.type === "pong") {
      this.unanswered = 0;
      return;
    }
    if (frame.cursor !== undefined) this.cursor = frame.cursor;
    this.onFrame(frame);
  }

  private ping(): void {
    if (this.socket?.readyState !== LastingSocket.OPEN) return;
    if (this.unanswered >= 2) {
      this.unanswered = 0;
      connection.lost();
      this.socket.reconnect();
      return;
    }
    this.unanswered += 1;
    this.send({ action: "ping" });
  }

  private send(message: object): void {
    if (this.socket?.readyState === LastingSocket.OPEN) this.socket.send(JSON.stringify(message));
  }
}
