// Two people chat, and every promise of the protocol page that they meet is checked.
// node two-people-chat.mjs http://localhost:8080

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import WebSocket from "ws";
import { ParleyClient, Session, newId, register } from "./parley-client.mjs";

const TOTAL_MS = 120_000;
const DEADLINE_MS = 20_000;
const NOBODY = "00000000-0000-7000-8000-000000000000";
const MISSED = 300;

const origin = process.argv[2] ?? "http://localhost:8080";
let failures = 0;

function check(what, holds, detail) {
  failures += holds ? 0 : 1;
  console.log(holds ? `ok    ${what}` : `FAIL  ${what}: ${JSON.stringify(detail)}`);
}

/** Resolves as soon as `condition` holds, which is asked again whenever something came. */
function until(client, what, condition) {
  return new Promise((resolve, reject) => {
    const ask = () => condition() && finish(resolve);
    const timer = setTimeout(() => finish(() => reject(new Error(`no ${what} in time`))), DEADLINE_MS);
    const finish = (settle) => {
      clearTimeout(timer);
      client.off("changed", ask);
      settle();
    };
    client.on("changed", ask);
    ask();
  });
}

async function codeOf(promise) {
  const failure = await promise.then(
    () => ({ code: "accepted" }),
    (refused) => refused,
  );
  return failure.code ?? failure.message;
}

/** Somebody with one device, whose inbox is an array. */
class Person {
  inbox = [];
  receipts = [];
  sockets = [];

  static async register(name) {
    const person = new Person();
    person.account = { handle: `${name}-${randomBytes(6).toString("hex")}`, password: randomBytes(12).toString("hex") };
    await register(origin, { ...person.account, displayName: name });
    person.session = await person.login("first");
    person.client = new ParleyClient({
      session: person.session,
      store: (message) => person.inbox.push(message),
      openSocket: (...how) => person.open(...how),
    });
    person.client.on("receipt", (receipt) => person.receipts.push(receipt));
    return person;
  }

  login(device) {
    return Session.login(origin, this.account.handle, this.account.password, { name: device, platform: "node" });
  }

  open(...how) {
    const socket = new WebSocket(...how);
    this.sockets.push(socket);
    return socket;
  }

  get id() {
    return this.session.userId;
  }

  /** What the server says does not arrive any more; what this person says still does. */
  goDeaf() {
    this.sockets.at(-1).pause();
  }

  /** The line goes dead, without a close frame. */
  cutLine() {
    this.sockets.at(-1).terminate();
  }

  received(id) {
    return until(this.client, `message ${id}`, () => this.inbox.some((message) => message.id === id));
  }

  textOf(id) {
    return this.inbox.find((message) => message.id === id)?.content.text;
  }
}

/** A bare connection, for what no proper client says. */
class Wire {
  #frames = [];
  #heard = () => {};

  static async open(token) {
    const wire = new Wire();
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    wire.socket = new WebSocket(new URL("/v1/ws", origin.replace(/^http/, "ws")), "parley.v1+json", { headers });
    wire.closed = once(wire.socket, "close").then(([code]) => code);
    wire.socket.on("message", (data) => {
      wire.#frames.push(...[JSON.parse(data)].flat());
      wire.#heard();
    });
    await once(wire.socket, "open");
    return wire;
  }

  say(frame) {
    this.socket.send(typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  /** Takes the first frame that fits, be it here already or still to come. */
  take(what, fits) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${what} in time`)), DEADLINE_MS);
      this.#heard = () => {
        const at = this.#frames.findIndex(fits);
        if (at >= 0) {
          clearTimeout(timer);
          resolve(this.#frames.splice(at, 1)[0]);
        }
      };
      this.#heard();
    });
  }

  async errorTo(frame) {
    this.say(frame);
    return this.take("error", ({ type }) => type === "error");
  }

  async isAlive() {
    this.say({ type: "ping" });
    return (await this.take("pong", ({ type }) => type === "pong")).type === "pong";
  }

  async codeOfClose() {
    const tooLate = new Promise((_, reject) => {
      setTimeout(() => reject(new Error("not closed in time")), DEADLINE_MS).unref();
    });
    return Promise.race([this.closed, tooLate]);
  }

  async close() {
    this.socket.close(1000);
    await this.closed;
  }
}

const TEXTS = {
  "several lines": "First line\nsecond line\r\n\n\tfourth, after an empty one \n",
  Arabic: "السلام عليكم، كيف حالك؟ ١٢٣ – مَرْحَبًا",
  "combining characters": "e\u0301 is not é, n\u0303, Z\u0351\u036b\u0343a\u0328\u0301lgo, 각 \u1100\u1161\u11a8",
  "emoji sequences": "👨‍👩‍👧‍👦 👩🏽‍🚀 👍🏿 🇵🇸🇨🇭 🏴‍☠️ 🏳️‍🌈 ❤️‍🔥 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "quotes and control characters": "\"\\/\u0001\u001f\u007f\u2028\u2029\ufeff\u200f<&>\u0000.",
};

async function checkTexts(ann, ben) {
  const { conversation } = await ann.client.send({ user: ben.id }, "Hello, Ben 👋");
  const longest = "😀".repeat(ann.client.limits.textCharacters);
  for (const [what, text] of Object.entries({ ...TEXTS, "the longest text": longest })) {
    const { id } = await ann.client.send({ conversation }, text);
    await ben.received(id);
    check(`${what}: comes as it was sent`, ben.textOf(id) === text, ben.textOf(id));
  }
  const answer = await ben.client.send({ conversation }, "Hello, Ann");
  await ann.received(answer.id);
  check("an answer comes", ann.textOf(answer.id) === "Hello, Ann", ann.inbox);
  const [first] = ben.inbox;
  check("a message names its sender", first.from === ann.id && first.device === ann.session.deviceId, first);
  return conversation;
}

async function checkReceipts(ann, ben, conversation) {
  const { seq } = await ann.client.send({ conversation }, "Do you read me?");
  const ofBen = () => ann.client.conversation(conversation).receipts.get(ben.id) ?? { delivered: 0, read: 0 };
  await until(ann.client, "delivered", () => ofBen().delivered >= seq);
  check("delivered comes, and read does not come with it", ofBen().delivered === seq && ofBen().read < seq, ofBen());
  ben.client.read(conversation, seq);
  await until(ann.client, "read", () => ofBen().read >= seq);
  check("read comes", ofBen().delivered === seq && ofBen().read === seq, ofBen());
}

/** Ben is away, then back; on his way his line is cut once more. */
async function checkAbsence(ann, ben, conversation) {
  await ben.client.leave();
  const before = ben.inbox.length;
  const sends = Array.from({ length: MISSED }, (_, n) => ann.client.send({ conversation }, `Missed ${n + 1}`));
  const accepted = await Promise.all(sends);
  check(`${MISSED} sends keep their order`, isAscending(accepted), accepted);

  await checkPull(ann, conversation, accepted);
  const { delivered } = ann.client.conversation(conversation).receipts.get(ben.id);
  check("what waits for him is not called delivered", delivered < accepted[0].seq, { delivered });

  const back = ben.client.connect();
  await until(ben.client, "some of them", () => ben.inbox.length >= before + 50);
  ben.cutLine();
  await back;
  await until(ben.client, "all of them", () => ben.inbox.length >= before + MISSED);
  const missed = ben.inbox.slice(before);
  check(`all ${MISSED} come, once and in order`, sameIds(missed, accepted), missed.map(({ seq }) => seq));

  const last = accepted.at(-1).seq;
  const receipts = ann.client.conversation(conversation).receipts;
  await until(ann.client, "delivered", () => receipts.get(ben.id).delivered >= last);
  check("then they are delivered", receipts.get(ben.id).delivered === last, receipts.get(ben.id));
}

/** The server takes Ann's sends, and the line breaks before she hears it: she cannot but send them again. */
async function checkLostAnswers(ann, ben, conversation) {
  const before = ben.inbox.length;
  ann.goDeaf();
  const sends = Array.from({ length: 20 }, (_, n) => ann.client.send({ conversation }, `Perhaps ${n + 1}`));
  await until(ben.client, "20 messages", () => ben.inbox.length >= before + sends.length);
  ann.cutLine();
  const accepted = await Promise.all(sends);
  const last = await ann.client.send({ conversation }, "Surely");
  await ben.received(last.id);
  const received = ben.inbox.slice(before);
  const eachOnce = sameIds(received, [...accepted, last]);
  check("sends without an answer, sent again, come once", eachOnce, { received, accepted });
}

async function checkRetries(ann, ben, conversation) {
  const id = newId();
  const first = await ann.client.send({ conversation }, "Once", id);
  const second = await ann.client.send({ conversation }, "Once", id);
  check("a retry on the same connection has the same seq", second.seq === first.seq, { first, second });

  await ann.client.leave();
  await ann.client.connect();
  const third = await ann.client.send({ conversation }, "Once", id);
  check("a retry on a new connection has the same seq", third.seq === first.seq, { first, third });

  const next = await ann.client.send({ conversation }, "Next");
  await ben.received(next.id);
  const times = ben.inbox.filter((message) => message.id === id).length;
  check("and it came once", times === 1 && next.seq === first.seq + 1, { times, next });
}

/** Nobody has acknowledged these yet, so they are there whatever the server's policy is. */
async function checkPull(ann, conversation, accepted) {
  const head = accepted.at(-1).seq;
  const pulled = await ann.client.pull(conversation, { before: head + 1, limit: 200 });
  check("a pull brings the nearest 200, in order", sameIds(pulled.messages, accepted.slice(-200)), pulled.messages);
  check("and the head", pulled.head === head, pulled.head);
}

async function checkRefusals(ann, conversation) {
  const tooLong = "x".repeat(ann.client.limits.textCharacters + 1);
  check("a text over the limit", (await codeOf(ann.client.send({ conversation }, tooLong))) === "text_too_long");
  const elsewhere = ann.client.send({ conversation: NOBODY }, "Hello?");
  check("a wrong conversation", (await codeOf(elsewhere)) === "unknown_conversation");
  check("a wrong user", (await codeOf(ann.client.send({ user: NOBODY }, "Hello?"))) === "unknown_user");
  check("an empty text", (await codeOf(ann.client.send({ conversation }, ""))) === "invalid_field");
  check("half a surrogate pair", (await codeOf(ann.client.send({ conversation }, "\ud83d"))) === "invalid_field");
  const tooMany = ann.client.pull(conversation, { after: 0, limit: 201 });
  check("a pull over the limit", (await codeOf(tooMany)) === "invalid_field");
}

/** What a broken client says, on a device of its own; the connection lives on. */
async function checkBadFrames(ann, conversation) {
  const session = await ann.login("second");
  const wire = await Wire.open(session.accessToken);
  await wire.take("welcome", ({ type }) => type === "welcome");
  const cases = [
    ["malformed JSON", '{"type":', "malformed_json", undefined],
    ["neither object nor array", "42", "malformed_json", undefined],
    ["null", "null", "malformed_json", undefined],
    ["a binary message", Buffer.from('{"type":"ping"}'), "malformed_json", undefined],
    ["an unknown type", { type: "dance" }, "unknown_frame", "dance"],
    ["a second auth", { type: "auth", token: session.accessToken }, "unexpected_auth", "auth"],
    ["an ack beyond the head", { type: "ack", conversation, seq: 1_000_000 }, "seq_out_of_range", "ack"],
    ["an ack beyond 64 bits", `{"type":"ack","conversation":"${conversation}","seq":${2n ** 63n}}`, "invalid_field", "ack"],
    ["an ack elsewhere", { type: "ack", conversation: NOBODY, seq: 1 }, "unknown_conversation", "ack"],
  ];
  for (const [what, frame, code, ref] of cases) {
    const error = await wire.errorTo(frame);
    const alive = await wire.isAlive();
    check(`${what}: ${code}, and the connection lives on`, error.code === code && error.ref === ref && alive, error);
  }
  const error = await wire.errorTo([{ type: "dance" }, { type: "ping" }]);
  const pong = await wire.take("pong", ({ type }) => type === "pong");
  check("a wrong frame in an array spoils no other", error.code === "unknown_frame" && Boolean(pong), error);
  await checkTooLarge(wire);
  await checkFarTooLarge(session);
  await session.logOut();
}

async function checkTooLarge(wire) {
  const error = await wire.errorTo({ type: "ping", padding: "x".repeat(131_072) });
  const code = await wire.codeOfClose();
  check("a frame over the limit: frame_too_large and 1009", error.code === "frame_too_large" && code === 1009, {
    error,
    code,
  });
}

/** There need not be an error frame before this close. */
async function checkFarTooLarge(session) {
  const wire = await Wire.open(session.accessToken);
  wire.say("x".repeat(3_000_000));
  const code = await wire.codeOfClose();
  check("a frame far over the limit: 1009", code === 1009, code);
}

async function checkBadTokens() {
  const silent = await Wire.open();
  const early = await silent.errorTo({ type: "ping" });
  const earlyClose = await silent.codeOfClose();
  check("a frame before auth: 4500", early.code === "unauthenticated" && earlyClose === 4500, { early, earlyClose });

  const forged = await Wire.open();
  const error = await forged.errorTo({ type: "auth", token: "eyJhbGciOiJFUzI1NiJ9.e30.c2ln" });
  const close = await forged.codeOfClose();
  check("a forged token: 4500", error.code === "token_invalid" && close === 4500, { error, close });
}

async function checkSessions(ann) {
  const { refreshToken } = ann.session;
  await Promise.all([ann.session.refresh(), ann.session.refresh()]);
  const found = await ann.session.userByHandle(ann.account.handle);
  check("a refresh brings the next pair", ann.session.refreshToken !== refreshToken && found.id === ann.id, found);
  check("its client is still connected", (await codeOf(ann.client.send({ user: ann.id }, ""))) === "invalid_field");

  const wire = await Wire.open(ann.session.accessToken);
  const [stopped] = await once(ann.client, "stopped");
  check("the same device elsewhere: 4503, and it stays away", stopped.code === 4503, stopped);
  await wire.close();
}

async function checkRevocation(ben) {
  const stopped = once(ben.client, "stopped");
  await ben.session.logOut();
  const [{ code }] = await stopped;
  check("a revoked session: 4502, and it stays away", code === 4502, code);
}

function isAscending(frames) {
  return frames.every(({ seq }, at) => at === 0 || seq > frames[at - 1].seq);
}

function sameIds(messages, accepted) {
  return (
    messages.length === accepted.length &&
    messages.every(({ id, seq }, at) => id === accepted[at].id && seq === accepted[at].seq)
  );
}

function isGrowing(receipts) {
  return receipts.every(({ delivered, read }, at) => {
    const last = receipts[at - 1] ?? { delivered: 0, read: 0 };
    return delivered >= last.delivered && read >= last.read && read <= delivered;
  });
}

async function chat() {
  const [ann, ben] = await Promise.all(["Ann", "Ben"].map((name) => Person.register(name)));
  await Promise.all([ann.client.connect(), ben.client.connect()]);
  const conversation = await checkTexts(ann, ben);
  await checkReceipts(ann, ben, conversation);
  await checkAbsence(ann, ben, conversation);
  await checkLostAnswers(ann, ben, conversation);
  await checkRetries(ann, ben, conversation);
  await checkRefusals(ann, conversation);
  await checkBadFrames(ann, conversation);
  await checkBadTokens();
  const everything = [ben.inbox, ann.inbox].every(isAscending);
  check("nobody got anything twice or out of order", everything, ben.inbox);
  check("receipts only grow", isGrowing(ann.receipts.filter(({ user }) => user === ben.id)), ann.receipts);
  await checkSessions(ann);
  await checkRevocation(ben);
  await ann.session.logOut();
}

setTimeout(() => {
  console.log(`FAIL  not done in ${TOTAL_MS} ms`);
  process.exit(1);
}, TOTAL_MS).unref();

await chat().catch((failure) => check("the chat goes on to its end", false, failure.stack));
console.log(failures === 0 ? "All of it holds." : `${failures} of it fail.`);
process.exit(failures === 0 ? 0 : 1);
