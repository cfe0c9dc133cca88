// The Studio's other half for tests: serves dist/ as the gateway does and keeps episodes that really progress.
// POST /__mock/reset, /__mock/cut, /__mock/sign-out and so on change the world; see control() below.
import { randomUUID } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { WebSocketServer } from "ws";
import { Episode } from "./episode.mjs";
import { face, still } from "./stills.mjs";

const HERE = import.meta.dirname;
const DIST = path.resolve(HERE, "../../dist");
const PORT = Number(process.env.PORT ?? 4173);
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json",
};
const TICK_MS = 100;

let world;
function reset(options = {}) {
  world = {
    episodes: [],
    keys: new Map(),
    uploads: new Map(),
    log: [],
    cursor: 0,
    signedIn: true,
    failing: null,
    delay: 0,
    posts: 0,
    loseAnswers: 0,
    cutUntil: 0,
    speed: 1,
    failShot: null,
    unknownShot: null,
    simulated: false,
    estimated: false,
    ...options,
  };
  const make = (request) =>
    newEpisode({
      idea: "A keeper's last night",
      script: null,
      seconds: 30,
      scenes: null,
      ratio: "16:9",
      language: "en",
      models: null,
      autopilot: true,
      title: null,
      ...request,
    });
  if (options.library === "full") {
    const titles = [
      "The keeper's last night",
      "Rain over the night market",
      "The fox who took the train",
      "Salt",
      "A map instead of money",
      "Twelve letters to the moon",
      "Low tide",
      "The glass orchard",
    ];
    titles.forEach((title, n) => {
      const episode = make({ title, ratio: ["16:9", "16:9", "9:16", "16:9", "1:1"][n % 5] });
      const until = n === 0 ? 26 : n === 1 ? 60 : n === 3 ? 30 : 400;
      if (n === 1) episode.failShot = 4;
      for (let i = 0; i < until; i += 1) episode.tick(TICK_MS);
      episode.createdAt -= n * 5_400_000;
      episode.updatedAt = episode.createdAt;
      if (n === 3) episode.cancel();
      episode.still = n === 0 && options.freeze;
    });
  }
  if (options.library === "many") for (let n = 0; n < 60; n += 1) make({ title: `Episode ${n + 1}`, autopilot: false });
  return world;
}

function newEpisode(request) {
  const episode = new Episode(request, {
    emit: tell,
    speed: world.speed,
    failShot: world.failShot,
    unknownShot: world.unknownShot,
    simulated: world.simulated,
    estimated: world.estimated,
  });
  world.episodes.push(episode);
  tell("library", "episode.changed", { episode_id: episode.id });
  return episode;
}

const sockets = new Set();
function tell(topic, type, data) {
  const frame = { v: 1, cursor: String(++world.cursor), ts: new Date().toISOString(), topic, type, data };
  world.log.push(frame);
  if (world.log.length > 5000) world.log.shift();
  for (const socket of sockets) if (socket.topics.has(topic)) socket.send(JSON.stringify(frame));
}

reset();
setInterval(() => {
  for (const episode of world.episodes) if (!episode.still) episode.tick(TICK_MS);
}, TICK_MS);

function problem(response, status, code, title, more = {}) {
  response.writeHead(status, { "Content-Type": "application/problem+json" });
  response.end(
    JSON.stringify({
      type: `/problems/${code}`,
      title,
      status,
      code,
      trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
      ...more,
    }),
  );
}

function json(response, body, status = 200, headers = {}) {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-cache", ...headers });
  response.end(JSON.stringify(body));
}

async function bytesOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const bodyOf = async (request) => (await bytesOf(request)).toString();

function sendFile(request, response, file, headers) {
  const { size } = statSync(file);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  const from = range ? Number(range[1]) : 0;
  const to = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
  response.writeHead(range ? 206 : 200, {
    "Accept-Ranges": "bytes",
    "Content-Length": to - from + 1,
    ...(range ? { "Content-Range": `bytes ${from}-${to}/${size}` } : {}),
    ...headers,
  });
  createReadStream(file, { start: from, end: to }).pipe(response);
}

const cueTime = (s, comma) => `00:00:${String(Math.floor(s)).padStart(2, "0")}${comma ? "," : "."}000`;
function captions(episode, srt) {
  const cues = episode.timeline.tracks.find((track) => track.kind === "caption").clips;
  const text = cues.map(
    (cue, n) =>
      `${srt ? `${n + 1}\n` : ""}${cueTime(cue.start_ms / 1000, srt)} --> ${cueTime((cue.start_ms + cue.duration_ms) / 1000, srt)}\n${cue.label}\n`,
  );
  return `${srt ? "" : "WEBVTT\n\n"}${text.join("\n")}`;
}

function asset(request, response, url) {
  const id = url.pathname.split("/").at(-1);
  const upload = world.uploads.get(id);
  if (upload) {
    response.writeHead(200, { "Content-Type": upload.type, "Cache-Control": "private, max-age=31536000, immutable" });
    return response.end(upload.bytes);
  }
  const episode = world.episodes.find((candidate) => candidate.assets.has(id));
  if (!episode) return problem(response, 404, "not-found", "No such asset");
  const { type, number, ratio } = episode.assets.get(id);
  const name = url.searchParams.get("download");
  const headers = {
    "Cache-Control": "private, max-age=31536000, immutable",
    ...(name ? { "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } : {}),
  };
  const text = (content, mime) => {
    response.writeHead(200, { ...headers, "Content-Type": mime });
    response.end(content);
  };
  if (type === "still") return text(still(number, ratio), "image/svg+xml");
  if (type === "face") return text(face(number), "image/svg+xml");
  if (type === "vtt") return text(captions(episode, false), "text/vtt; charset=utf-8");
  if (type === "srt") return text(captions(episode, true), "application/x-subrip; charset=utf-8");
  sendFile(request, response, path.join(HERE, "media", `${type}.mp4`), { ...headers, "Content-Type": "video/mp4" });
}

async function upload(request, response) {
  const type = request.headers["content-type"];
  const bytes = await bytesOf(request);
  if (bytes.length > 10 * 1024 * 1024) return problem(response, 413, "body-too-large", "Too large");
  if (!["image/png", "image/jpeg", "image/webp"].includes(type))
    return problem(response, 415, "unsupported-media-type", "This is no picture");
  const id = randomUUID();
  world.uploads.set(id, { type, bytes });
  json(response, { id, media_type: type, bytes: bytes.length, width: 0, height: 0 }, 201);
}

async function character(request, response, episode, id, action) {
  const found = episode.characters.find((candidate) => candidate.id === id);
  if (!found) return problem(response, 404, "not-found", "No such character");
  const body = JSON.parse((await bodyOf(request)) || "{}");
  if (request.method === "POST" && action === "portrait")
    return json(response, { generation: episode.draw(found) }, 202);
  const portrait = found.portraits.find((candidate) => action === `portraits/${candidate.id}/select`);
  if (request.method === "POST" && portrait) episode.use(found, { selected_portrait_id: portrait.id });
  else if (request.method === "PUT" && action === "reference")
    episode.use(found, { reference_asset_id: body.asset_id });
  else return problem(response, 404, "not-found", "No such address");
  json(response, episode.document());
}

async function create(request, response) {
  const key = request.headers["idempotency-key"];
  const text = await bodyOf(request);
  world.posts += 1;
  if (!key) return problem(response, 400, "idempotency-key-required", "Idempotency-Key is missing");
  const before = world.keys.get(key);
  if (before && before.text !== text)
    return problem(response, 409, "idempotency-key-reused", "The key was used for another request");
  const brief = JSON.parse(text);
  if (!before) {
    if (brief.idea?.includes("refuse-me"))
      return problem(response, 422, "validation-failed", "The request is not valid", {
        detail: "One field is wrong.",
        errors: [{ field: "seconds", code: "range", message: "This model makes at most 20 seconds." }],
      });
    if (brief.script?.length > 3000 && brief.seconds && brief.seconds < 60)
      return problem(response, 422, "script-too-long", "The script is too long", {
        detail: "It cannot be read aloud in the length you asked for.",
        needed_seconds: 95,
      });
    world.keys.set(key, { text, episode: newEpisode({ ...brief, seconds: brief.seconds ?? 30 }) });
  }
  const { episode } = world.keys.get(key);
  if (world.loseAnswers > 0) {
    world.loseAnswers -= 1;
    return request.socket.destroy();
  }
  const { id, series_id, episode_number, title, state, status } = episode.summary();
  json(response, { id, series_id, episode_number, title, state, status }, before ? 200 : 201, {
    Location: `/api/v1/editor/episode/${id}/state`,
  });
}

async function editor(request, response, id, action) {
  const episode = world.episodes.find((candidate) => candidate.id === id);
  if (!episode) return problem(response, 404, "not-found", "No such episode");
  if (request.method === "GET" && action === "state") {
    const tag = `"${episode.version}-${Math.floor(episode.percent() * 10)}-${episode.status()}"`;
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304, { ETag: tag });
      return response.end();
    }
    return json(response, episode.document(), 200, { ETag: tag });
  }
  const person = /^character\/([^/]+)\/(.+)$/.exec(action);
  if (person) return character(request, response, episode, person[1], person[2]);
  if (request.method !== "POST") return problem(response, 405, "method-not-allowed", "Not allowed");
  const body = JSON.parse((await bodyOf(request)) || "{}");
  if (action === "cancel") {
    episode.cancel();
    return json(response, episode.document());
  }
  if (action === "resume") {
    episode.resume();
    return json(response, episode.document());
  }
  if (action === "transition") {
    episode.state = body.to;
    if (body.to === "timeline_editing") episode.cut();
    episode.changed();
    return json(response, episode.document());
  }
  if (action === "scenes/generate") {
    episode.film();
    return json(response, { generations: [] }, 202);
  }
  if (action === "render")
    return json(
      response,
      { generation: episode.plain(episode.ask("render", { type: "episode", id, label: "Film" })) },
      202,
    );
  problem(response, 404, "not-found", "No such address");
}

async function api(request, response, url) {
  if (world.delay) await new Promise((done) => setTimeout(done, world.delay));
  if (world.failing)
    return problem(
      response,
      world.failing,
      world.failing === 503 ? "unavailable" : "internal",
      "The editor service does not answer",
      { detail: "It is being restarted. Your work is safe." },
    );
  if (!world.signedIn) return problem(response, 401, "not-signed-in", "Sign in first");
  if (url.pathname === "/api/v1/session")
    return json(response, {
      user_id: "0d4c2a52-4a65-4a2e-9a3f-8f4a0c6a1b11",
      name: "Owner",
      roles: ["creator", "operator", "admin"],
      mode: "local",
    });
  if (url.pathname === "/api/v1/episodes" && request.method === "POST") return create(request, response);
  if (url.pathname === "/api/v1/episodes") {
    const items = world.episodes.toSorted((a, b) => b.createdAt - a.createdAt).map((episode) => episode.summary());
    const from = Number(url.searchParams.get("cursor") ?? 0);
    const limit = Number(url.searchParams.get("limit") ?? 50);
    return json(response, {
      items: items.slice(from, from + limit),
      next_cursor: from + limit < items.length ? String(from + limit) : null,
    });
  }
  const edit = /^\/api\/v1\/editor\/episode\/([^/]+)\/(.+)$/.exec(url.pathname);
  if (edit) return editor(request, response, edit[1], edit[2]);
  const retry = /^\/api\/v1\/generations\/([^/]+)\/retry$/.exec(url.pathname);
  if (retry) {
    for (const episode of world.episodes) {
      const generation = episode.generations.find((candidate) => candidate.id === retry[1]);
      if (generation) return json(response, episode.retry(generation), 202);
    }
  }
  const resolve = /^\/api\/v1\/generations\/([^/]+)\/resolve$/.exec(url.pathname);
  if (resolve) {
    const { decision } = JSON.parse((await bodyOf(request)) || "{}");
    for (const episode of world.episodes) {
      const generation = episode.generations.find((candidate) => candidate.id === resolve[1]);
      if (!generation) continue;
      const resolved = episode.resolve(generation, decision);
      return resolved ? json(response, resolved) : problem(response, 409, "already-decided", "Already decided");
    }
  }
  if (url.pathname === "/api/v1/models/available") return json(response, { items: models(), next_cursor: null });
  if (url.pathname === "/api/v1/assets" && request.method === "POST") return upload(request, response);
  if (url.pathname.startsWith("/api/v1/assets/")) return asset(request, response, url);
  problem(response, 404, "not-found", "No such address");
}

/** The built-in models, and one of a provider that the simulator may play. */
function models() {
  const model = (name, category, provider, micros, more = {}) => ({
    name,
    category,
    provider,
    description: `Makes ${category}`,
    price: { unit: "generation", micros, simulated: provider !== "local" && world.simulated },
    state: "active",
    available: true,
    reason: null,
    ...more,
  });
  return [
    model("local-story", "chat", "local", 0),
    model("local-storyboard", "image", "local", 0),
    model("local-animatic", "video", "local", 0),
    model("local-voice", "speech", "local", 0),
    model("local-ambient", "music", "local", 0),
    model("veo3.1-fast", "video", "yunwu", 150_000),
    model("seedance", "video", "ark", null, { available: false, reason: "There is no key for ark yet; add one." }),
  ];
}

async function control(request, response, url) {
  const body = JSON.parse((await bodyOf(request)) || "{}");
  const action = url.pathname.slice("/__mock/".length);
  if (action === "reset") {
    for (const socket of sockets) socket.terminate();
    reset(body);
  } else if (action === "set") Object.assign(world, body);
  else if (action === "cut") {
    world.cutUntil = Date.now() + body.ms;
    for (const socket of sockets) socket.terminate();
  } else if (action === "advance") {
    const episode = world.episodes.find((e) => e.id === body.id);
    for (let i = 0; i < body.ticks; i += 1) episode.tick(TICK_MS);
    episode.still = body.freeze ?? false;
  }
  json(response, {
    posts: world.posts,
    sockets: sockets.size,
    episodes: world.episodes.map((e) => ({ id: e.id, title: e.title, status: e.status(), state: e.state })),
  });
}

function page(request, response, url) {
  const asked = path.join(DIST, path.normalize(url.pathname));
  const isFile = asked.startsWith(DIST) && existsSync(asked) && statSync(asked).isFile();
  if (!isFile && path.extname(url.pathname)) {
    response.writeHead(404);
    return response.end();
  }
  const file = isFile ? asked : path.join(DIST, "index.html");
  const headers = {
    "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "Cache-Control": url.pathname.startsWith("/assets/") ? "max-age=31536000, public, immutable" : "no-cache",
    Vary: "Accept-Encoding",
  };
  if (existsSync(`${file}.br`) && request.headers["accept-encoding"]?.includes("br"))
    headers["Content-Encoding"] = "br";
  response.writeHead(200, headers);
  response.end(readFileSync(headers["Content-Encoding"] ? `${file}.br` : file));
}

const server = createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  response.setHeader("Content-Security-Policy", CSP);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  const handle = url.pathname.startsWith("/__mock/") ? control : url.pathname.startsWith("/api/") ? api : page;
  Promise.resolve(handle(request, response, url)).catch((cause) => {
    console.error(cause);
    if (!response.headersSent) problem(response, 500, "internal", "Something broke");
  });
});

const upgrades = new WebSocketServer({ noServer: true });
server.on("upgrade", (request, socket, head) => {
  const url = new URL(request.url, "http://localhost");
  if (url.pathname !== "/api/v1/ws" || !world.signedIn || Date.now() < world.cutUntil) return socket.destroy();
  upgrades.handleUpgrade(request, socket, head, (client) => {
    client.topics = new Set((url.searchParams.get("topics") ?? "").split(",").filter(Boolean));
    client.id = randomUUID();
    sockets.add(client);
    client.on("close", () => sockets.delete(client));
    client.on("message", (data) => {
      const message = JSON.parse(data.toString());
      if (message.action === "ping") client.send('{"type":"pong"}');
      for (const topic of message.topics ?? [])
        message.action === "subscribe" ? client.topics.add(topic) : client.topics.delete(topic);
    });
    const since = url.searchParams.get("since");
    if (since !== null)
      for (const frame of world.log)
        if (Number(frame.cursor) > Number(since) && client.topics.has(frame.topic)) client.send(JSON.stringify(frame));
    client.send(JSON.stringify({ v: 1, cursor: String(world.cursor), type: "hello", data: {} }));
  });
});

server.listen(PORT, "127.0.0.1", () => console.log(`http://127.0.0.1:${PORT}`));
