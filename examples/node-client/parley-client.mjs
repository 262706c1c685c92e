// A client of a Parley server: `Session` for what goes over REST, `ParleyClient` for the WebSocket.
// It keeps its state in memory. An app stores the session, the outbox and each conversation's position on disk.

import { EventEmitter } from "node:events";
import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import WebSocket from "ws";

const SUBPROTOCOL = "parley.v1+json";
const HANDSHAKE_MS = 10_000;
const QUIET_MS = 25_000;
const REFRESH_AHEAD_MS = 30_000;
const BACKOFF_CAP_MS = 30_000;
const RETRY_MS = 1_000;

/** What the server refused: a problem document of REST, or an `error` frame. */
export class Refusal extends Error {
  constructor({ code, detail, reason, retryable = false, status }) {
    super(`${code}: ${detail ?? reason}`);
    Object.assign(this, { code, retryable, status });
  }
}

async function request(origin, method, path, { body, token } = {}) {
  const headers = { "Content-Type": "application/json" };
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  const answer = await fetch(new URL(path, origin), {
    method,
    headers,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(HANDSHAKE_MS),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw refusalOf(answer.status, text);
  }
  return text ? JSON.parse(text) : undefined;
}

/** A proxy on the way may answer with something that is no problem document. */
function refusalOf(status, text) {
  try {
    return new Refusal(JSON.parse(text));
  } catch {
    return new Refusal({ code: `http_${status}`, detail: text, retryable: status >= 500, status });
  }
}

export function register(origin, account) {
  return request(origin, "POST", "/v1/accounts", { body: account });
}

/** A logged in device. Its tokens change, its `userId` and `deviceId` stay. */
export class Session {
  #refreshing;

  static async login(origin, handle, password, device) {
    const body = { handle, password, device };
    return new Session(origin, await request(origin, "POST", "/v1/sessions", { body }));
  }

  constructor(origin, grant) {
    this.origin = origin;
    this.#keep(grant);
  }

  #keep(grant) {
    Object.assign(this, grant);
    this.expiresAt = Date.now() + grant.expiresIn * 1000;
  }

  async freshToken() {
    if (Date.now() > this.expiresAt - REFRESH_AHEAD_MS) {
      await this.refresh();
    }
    return this.accessToken;
  }

  /** A refresh token serves once, so two callers at the same time share one request. */
  refresh() {
    this.#refreshing ??= request(this.origin, "POST", "/v1/sessions/refresh", {
      body: { refreshToken: this.refreshToken },
    })
      .then((grant) => this.#keep(grant))
      .finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async userByHandle(handle) {
    const path = `/v1/users?handle=${encodeURIComponent(handle)}`;
    return request(this.origin, "GET", path, { token: await this.freshToken() });
  }

  async logOut() {
    await request(this.origin, "DELETE", "/v1/sessions/current", { token: await this.freshToken() });
  }
}

/** A UUIDv7: 48 bits of time, then chance. Ids of later messages sort behind those of earlier ones. */
export function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** What this device knows of a conversation. */
class Conversation {
  /** Everything up to this number is here. */
  position = 0;
  /** The highest number among this device's own messages. */
  sent = 0;
  /** What the user has read. */
  read = 0;
  /** How far the other members are, by user id. */
  receipts = new Map();
  #ownAhead = new Set();

  /** `accepted` may overtake messages with lower numbers: it counts when those have come. */
  countOwn(seq) {
    this.sent = Math.max(this.sent, seq);
    this.#ownAhead.add(seq);
    this.#advance();
  }

  /** Messages come in ascending order, so whatever is still missing below this one will not come. */
  countMessage(seq) {
    this.position = Math.max(this.position, seq);
    this.#advance();
  }

  #advance() {
    while (this.#ownAhead.has(this.position + 1)) {
      this.position++;
    }
    for (const seq of this.#ownAhead) {
      if (seq <= this.position) {
        this.#ownAhead.delete(seq);
      }
    }
  }

  /** Receipts are cumulative: none takes back what an earlier one said. */
  countReceipt({ user, delivered = 0, read = 0 }) {
    const known = this.receipts.get(user) ?? { delivered: 0, read: 0 };
    this.receipts.set(user, {
      delivered: Math.max(known.delivered, delivered),
      read: Math.max(known.read, read),
    });
  }

  hasUnreadTicks() {
    return this.sent > 0 && (this.receipts.size === 0 || [...this.receipts.values()].some((r) => r.read < this.sent));
  }
}

/**
 * The live connection of one device, which comes back by itself.
 *
 * `store(message)` is called for each message once and in the order of its conversation. When it returns (or its
 * promise resolves) the message is acknowledged, and the server may delete it: it has to be safe by then.
 *
 * Events: `receipt` (the frame), `refused` (an `error` frame that answers neither a send nor a pull), `changed` (after
 * whatever came), `stopped` (a Refusal: the client does not come back as it is, see `code`).
 */
export class ParleyClient extends EventEmitter {
  /** What `welcome` said. */
  limits;
  #session;
  #store;
  #openSocket;
  #conversations = new Map();
  #outbox = new Map();
  #pulls = new Map();
  /** The present connection: its socket, and what is known of it. */
  #link;
  #leaving;
  #running;
  /** Frames are handled one after the other, also when `store` takes its time. */
  #work = Promise.resolve();

  constructor({ session, store, openSocket = (url, protocol, options) => new WebSocket(url, protocol, options) }) {
    super();
    this.#session = session;
    this.#store = store;
    this.#openSocket = openSocket;
  }

  conversation(id) {
    if (!this.#conversations.has(id)) {
      this.#conversations.set(id, new Conversation());
    }
    return this.#conversations.get(id);
  }

  /** Connects, and stays connected until `leave`. Resolves when all that waited has come. */
  connect() {
    this.#leaving = new AbortController();
    const ready = new Promise((resolve, reject) => {
      this.once("synced", resolve);
      this.#running = this.#stayConnected(this.#leaving.signal).then(reject);
    });
    // Who does not wait for this promise hears of the end by `stopped`.
    ready.catch(() => {});
    return ready;
  }

  /** What was not answered stays in the outbox, for the next `connect`. */
  async leave() {
    this.#leaving.abort();
    this.#link?.socket.close(1000);
    await this.#running;
  }

  /** `to` is `{user}` or `{conversation}`. Resolves with the `accepted` frame. */
  send(to, text, id = newId()) {
    return this.sendContent(to, { type: "text", text }, id);
  }

  sendContent(to, content, id = newId()) {
    return new Promise((resolve, reject) => {
      this.#outbox.set(id, { frame: { type: "send", id, to, content }, state: "waiting", resolve, reject });
      this.#flush();
    });
  }

  /** There is no answer to `read`, so the last one is said again after each reconnect. */
  read(conversation, seq) {
    const known = this.conversation(conversation);
    known.read = Math.max(known.read, seq);
    this.#say({ type: "read", conversation, seq });
  }

  /**
   * Resolves with `{messages, head}`; receipts are then up to date. The frames of a pull look like live ones. So that a
   * pull never moves the position over messages that are still to come, it may ask for what is here already
   * (`before`), or for what follows it without a gap (`after`).
   */
  async pull(conversation, { after, before, limit }) {
    const { position } = this.conversation(conversation);
    if (after > position || before > position + 1 || (limit > 0 && after === undefined && before === undefined)) {
      throw new RangeError(`this pull would leave a gap behind ${position}`);
    }
    if (!this.#link?.welcomed) {
      throw notConnected();
    }
    const id = newId();
    return new Promise((resolve, reject) => {
      const covers = (seq) => (after === undefined || seq > after) && (before === undefined || seq < before);
      this.#pulls.set(id, { conversation, covers, messages: new Map(), resolve, reject });
      this.#say({ type: "pull", id, conversation, after, before, limit });
    });
  }

  // ---- the connection -----------------------------------------------------------------------------------------------

  /** Ends with the reason for which the client does not come back. */
  async #stayConnected(leaving) {
    for (let attempt = 0; !leaving.aborted; attempt++) {
      const end = await this.#connectOnce(leaving).catch((failure) => ({ failure }));
      if (leaving.aborted) {
        break;
      }
      if (end.synced) {
        attempt = 0;
      }
      const stop = await this.#recover(end);
      if (stop) {
        this.emit("stopped", stop);
        return stop;
      }
      await delay(end.reconnectAfterMs ?? backoff(attempt), undefined, { signal: leaving }).catch(() => {});
    }
    return notConnected();
  }

  /** Resolves when the connection is over, with what is known of it and of its end. */
  async #connectOnce(leaving) {
    const token = await this.#session.freshToken();
    leaving.throwIfAborted();
    const url = new URL("/v1/ws", this.#session.origin.replace(/^http/, "ws"));
    const socket = this.#openSocket(url, SUBPROTOCOL, { handshakeTimeout: HANDSHAKE_MS });
    const link = { socket, welcomed: false, synced: false };
    this.#link = link;
    socket.on("open", () => {
      this.#transmit({ type: "auth", token });
      whenQuiet(socket, () => this.#transmit({ type: "ping" }));
    });
    socket.on("message", (data) => this.#receive(link, data));
    return new Promise((resolve) => {
      socket.on("unexpected-response", (_, answer) => refusedUpgrade(answer).then((failure) => resolve({ failure })));
      socket.on("error", (failure) => (link.failure = failure));
      socket.on("close", (code, reason) => {
        Object.assign(link, { welcomed: false, code, reason: reason.toString() });
        this.#work = this.#work.then(() => this.#disconnected()).then(() => resolve(link));
      });
    });
  }

  #disconnected() {
    for (const entry of this.#outbox.values()) {
      entry.state = "waiting";
    }
    for (const pull of this.#pulls.values()) {
      pull.reject(notConnected());
    }
    this.#pulls.clear();
  }

  /** Makes ready for the next attempt; answers with the reason if there must be none. */
  async #recover({ code, reason, failure }) {
    if (code === 4501 || failure?.code === "token_expired") {
      return this.#session.refresh().then(
        () => undefined,
        (refused) => (isFinal(refused) ? refused : undefined),
      );
    }
    if (code >= 4500) {
      return new Refusal({ code, reason });
    }
    return isFinal(failure) ? failure : undefined;
  }

  // ---- what goes out ------------------------------------------------------------------------------------------------

  /** Says a frame if the server knows this device; what must not be lost is said again after `welcome`. */
  #say(frame) {
    if (this.#link?.welcomed) {
      this.#transmit(frame);
    }
  }

  #transmit(frame) {
    if (this.#link.socket.readyState === WebSocket.OPEN) {
      this.#link.socket.send(JSON.stringify(frame));
    }
  }

  /** Sends what waits, in its order, as far as the server takes sends without an answer. */
  #flush() {
    if (!this.#link?.welcomed) {
      return;
    }
    let unanswered = [...this.#outbox.values()].filter((entry) => entry.state === "sent").length;
    for (const [id, entry] of this.#outbox) {
      if (unanswered >= this.limits.sends) {
        return;
      }
      if (entry.state === "waiting") {
        unanswered += this.#sendEntry(id, entry);
      }
    }
  }

  /** A frame over the limit would close this connection and, sent again, each one after it. */
  #sendEntry(id, entry) {
    if (Buffer.byteLength(JSON.stringify(entry.frame)) > this.limits.frameBytes) {
      this.#outbox.delete(id);
      entry.reject(new Refusal({ code: "frame_too_large", reason: "not sent" }));
      return 0;
    }
    entry.state = "sent";
    this.#say(entry.frame);
    return 1;
  }

  // ---- what comes in ------------------------------------------------------------------------------------------------

  #receive(link, data) {
    const frames = [JSON.parse(data)].flat();
    this.#work = this.#work
      .then(() => (link.storeFailed ? undefined : this.#takeAll(link, frames)))
      .catch((failure) => {
        // Not stored, so not acknowledged: on the next connection it comes again, and all that followed it.
        Object.assign(link, { storeFailed: true, failure });
        link.socket.terminate();
      });
  }

  async #takeAll(link, frames) {
    const toAcknowledge = new Set();
    for (const frame of frames) {
      if (frame.type === "message") {
        await this.#takeMessage(frame);
        toAcknowledge.add(frame.conversation);
      } else {
        this.#take(link, frame);
      }
    }
    for (const conversation of toAcknowledge) {
      this.#say({ type: "ack", conversation, seq: this.conversation(conversation).position });
    }
    this.emit("changed");
  }

  async #takeMessage(message) {
    const known = this.conversation(message.conversation);
    for (const pull of this.#pulls.values()) {
      if (pull.conversation === message.conversation && pull.covers(message.seq)) {
        pull.messages.set(message.seq, message);
      }
    }
    if (message.seq <= known.position) {
      return;
    }
    if (message.device !== this.#session.deviceId) {
      await this.#store(message);
    }
    known.countMessage(message.seq);
  }

  /** Types that are not named here are of a newer server, or of no interest to this client. */
  #take(link, frame) {
    switch (frame.type) {
      case "welcome":
        return this.#welcomed(link, frame);
      case "synced":
        link.synced = true;
        this.emit("synced");
        return this.#askForReceipts();
      case "accepted":
        return this.#accepted(frame);
      case "receipt":
        this.conversation(frame.conversation).countReceipt(frame);
        return this.emit("receipt", frame);
      case "pulled":
        return this.#pulled(frame);
      case "error":
        return this.#refused(frame);
      case "bye":
        link.reconnectAfterMs = frame.reconnectAfterMs;
    }
  }

  #welcomed(link, { limits }) {
    link.welcomed = link.socket.readyState === WebSocket.OPEN;
    this.limits = limits;
    for (const [conversation, { read }] of this.#conversations) {
      if (read > 0) {
        this.#say({ type: "read", conversation, seq: read });
      }
    }
    this.#flush();
  }

  /** A retry is answered as often as it was sent: only the first answer finds the message in the outbox. */
  #accepted(frame) {
    this.conversation(frame.conversation).countOwn(frame.seq);
    this.#outbox.get(frame.id)?.resolve(frame);
    this.#outbox.delete(frame.id);
    this.#flush();
  }

  #refused(frame) {
    const entry = this.#outbox.get(frame.ref);
    if (entry && frame.retryable) {
      return this.#sendLater(entry);
    }
    const asked = entry ?? this.#pulls.get(frame.ref);
    if (!asked) {
      return this.emit("refused", frame);
    }
    this.#outbox.delete(frame.ref);
    this.#pulls.delete(frame.ref);
    asked.reject(new Refusal(frame));
    this.#flush();
  }

  #sendLater(entry) {
    entry.state = "resting";
    const again = () => {
      entry.state = entry.state === "resting" ? "waiting" : entry.state;
      this.#flush();
    };
    setTimeout(again, RETRY_MS * (1 + Math.random())).unref();
  }

  #pulled({ id, head }) {
    const pull = this.#pulls.get(id);
    this.#pulls.delete(id);
    pull?.resolve({ messages: [...pull.messages.values()].sort((a, b) => a.seq - b.seq), head });
  }

  /** Receipts are not kept while this device is away. One after the other: few pulls may be unanswered. */
  async #askForReceipts() {
    for (const [id, known] of this.#conversations) {
      if (known.hasUnreadTicks()) {
        await this.pull(id, { limit: 0 }).catch((refused) => this.emit("refused", refused));
      }
    }
  }
}

/** A random time, so that not all clients of a server that restarted come at the same moment. */
function backoff(attempt) {
  return Math.random() * Math.min(BACKOFF_CAP_MS, 1000 * 2 ** attempt);
}

function notConnected() {
  return new Refusal({ code: "not_connected", reason: "ask again after `synced`", retryable: true });
}

/** A failure without a verdict of the server (no network, no answer) is worth another attempt. */
function isFinal(failure) {
  return failure instanceof Refusal && !failure.retryable;
}

async function refusedUpgrade(answer) {
  let body = "";
  for await (const part of answer.setEncoding("utf8")) {
    body += part;
  }
  return refusalOf(answer.statusCode, body);
}

/** Asks after a while of silence, and gives the connection up when the silence goes on. */
function whenQuiet(socket, ask) {
  let asked = false;
  const timer = setTimeout(() => {
    if (asked) {
      socket.terminate();
      return;
    }
    asked = true;
    ask();
    timer.refresh();
  }, QUIET_MS);
  const heard = () => {
    asked = false;
    timer.refresh();
  };
  socket.on("message", heard);
  socket.on("ping", heard);
  socket.on("close", () => clearTimeout(timer));
}
