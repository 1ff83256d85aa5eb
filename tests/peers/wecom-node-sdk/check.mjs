// The platform's own SDK as a client of the stand-in: node check.mjs http://127.0.0.1:PORT
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
const [, , base] = process.argv;
const { WSClient, generateReqId } = createRequire(import.meta.url)('@wecom/aibot-node-sdk');
const wsUrl = base.replace('http', 'ws') + '/';
const ctl = async (path, body, method = body === undefined ? 'GET' : 'POST') =>
  (await fetch(`${base}/_control/${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) })).json();
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const make = (extra = {}) => { const c = new WSClient({ botId: 'FAKEBOT', secret: 'FAKESECRET', wsUrl, logger: quiet, reconnectInterval: 50, ...extra }); c.on('error', () => {}); return c; };
const once = (c, ev, ms = 5000) => new Promise((ok, no) => { const t = setTimeout(() => no(new Error('no ' + ev)), ms); c.once(ev, (x) => { clearTimeout(t); ok(x); }); });
const pause = (ms) => new Promise((r) => setTimeout(r, ms));
let passed = 0, failed = 0;
const test = async (name, fn) => { try { await fn(); passed++; console.log('ok   node:', name); } catch (e) { failed++; console.log('FAIL node:', name, '-', e?.message ?? JSON.stringify(e)); } };
const online = async (c) => { const p = once(c, 'authenticated'); c.connect(); await p; return c; };

await ctl('reset', {});
let c;
await test('subscribe is accepted and reported', async () => { c = await online(make()); assert.equal((await ctl('state')).bots.FAKEBOT.online, true); });
await test('group text with quote arrives as message.text', async () => {
  const p = once(c, 'message.text');
  await ctl('inject', { userid: 'zhangsan', chatid: 'wrGrid3', text: '楼道堆物', quote: '【通知】周六清理楼道' });
  const f = await p;
  assert.equal(f.body.chattype, 'group'); assert.equal(f.body.chatid, 'wrGrid3'); assert.equal(f.body.from.userid, 'zhangsan');
  assert.equal(f.body.text.content, '@RobotA 楼道堆物'); assert.deepEqual(f.body.quote, { msgtype: 'text', text: { content: '【通知】周六清理楼道' } });
  const id = generateReqId('stream');
  await c.replyStream(f, id, '正在登记', false); await c.replyStream(f, id, '正在登记…已生成工单 A1', true);
  const [m] = await ctl('sent?chat=wrGrid3');
  assert.equal(m.content.content, '正在登记…已生成工单 A1'); assert.equal(m.finished, true); assert.equal(m.updates, 1);
});
await test('single text has no chatid; reply with markdown', async () => {
  const p = once(c, 'message.text'); await ctl('inject', { userid: 'lisi', text: '你好' });
  const f = await p; assert.equal(f.body.chattype, 'single'); assert.equal('chatid' in f.body, false);
  await c.reply(f, { msgtype: 'markdown', markdown: { content: '**收到**' } });
  assert.equal((await ctl('sent?chat=lisi')).at(-1).content.content, '**收到**');
});
await test('enter_chat -> replyWelcome; respond_msg on an event is 846605', async () => {
  const p = once(c, 'event.enter_chat'); await ctl('event', { eventtype: 'enter_chat', userid: 'lisi' });
  const f = await p; await assert.rejects(c.replyStream(f, 's1', 'x', true), (e) => e.errcode === 846605);
  await c.replyWelcome(f, { msgtype: 'text', text: { content: '您好' } });
  assert.equal((await ctl('sent?chat=lisi')).at(-1).via, 'welcome');
});
await test('button card: send, click event, update', async () => {
  const card = { card_type: 'button_interaction', main_title: { title: '工单 A1' }, button_list: [{ text: '接单', style: 1, key: 'take' }], task_id: 'A1' };
  await c.sendMessage('lisi', { msgtype: 'template_card', template_card: card });
  const p = once(c, 'event.template_card_event');
  await ctl('event', { eventtype: 'template_card_event', userid: 'lisi', template_card_event: { card_type: 'button_interaction', event_key: 'take', task_id: 'A1' } });
  const f = await p; assert.equal(f.body.event.template_card_event.event_key, 'take');
  await c.updateTemplateCard(f, { ...card, main_title: { title: '已接单' } });
  assert.equal((await ctl('sent?chat=lisi')).at(-1).content.main_title.title, '已接单');
});
await test('feedback_event carries the id back', async () => {
  const p = once(c, 'event.feedback_event');
  await ctl('event', { eventtype: 'feedback_event', userid: 'lisi', feedback_event: { id: 'fb1', type: 1 } });
  assert.equal((await p).body.event.feedback_event.id, 'fb1');
});
await test('push to group and to a user; unknown chat 93006; text type 40008', async () => {
  await c.sendMessage('wrGrid3', { msgtype: 'markdown', markdown: { content: '# 停水通知' } });
  await c.sendMessage('lisi', { msgtype: 'markdown', markdown: { content: '您的工单已办结' } });
  await assert.rejects(c.sendMessage('wrgrid3', { msgtype: 'markdown', markdown: { content: 'x' } }), (e) => e.errcode === 93006);
  await assert.rejects(c.sendMessage('lisi', { msgtype: 'text', text: { content: 'x' } }), (e) => e.errcode === 40008);
  assert.equal((await ctl('sent?chat=wrGrid3')).at(-1).via, 'push');
});
await test('three-step upload (2 chunks), then an image message', async () => {
  const data = Buffer.alloc(600 * 1024, 7);
  const up = await c.uploadMedia(data, { type: 'image', filename: 'a.png' });
  await c.sendMediaMessage('lisi', 'image', up.media_id);
  const media = (await ctl('state')).media[up.media_id];
  assert.equal(media.size, data.length); console.log('     node: chunk_index starts at', media.first_index);
});
await test('image message: downloadFile decrypts with the per-URL aeskey', async () => {
  const p = once(c, 'message.image'); const raw = Buffer.from('PNG pretend '.repeat(50));
  await ctl('inject', { userid: 'lisi', image_b64: raw.toString('base64'), filename: 'p.png' });
  const f = await p; const got = await c.downloadFile(f.body.image.url, f.body.image.aeskey);
  assert.equal(Buffer.compare(got.buffer, raw), 0); assert.equal(got.filename, 'p.png');
});
await test('mixed and voice', async () => {
  let p = once(c, 'message.mixed'); await ctl('inject', { userid: 'lisi', chatid: 'wrGrid3', msgtype: 'mixed', text: '看图' });
  assert.equal((await p).body.mixed.msg_item.length, 2);
  p = once(c, 'message.voice'); await ctl('inject', { userid: 'lisi', msgtype: 'voice', text: '语音转写' });
  assert.equal((await p).body.voice.content, '语音转写');
  assert.equal((await ctl('inject', { userid: 'lisi', chatid: 'wrGrid3', msgtype: 'voice', text: 'x' })).delivered, false);
});
await test('cut TCP: SDK reconnects and subscribes again', async () => {
  const p = once(c, 'authenticated'); await ctl('drop', { mode: 'abort' }); await p;
  assert.equal((await ctl('state')).connections.length, 2);
});
await test('clean close 1001: SDK reconnects', async () => { const p = once(c, 'authenticated'); await ctl('drop', { mode: 'close', code: 1001 }); await p; });
await test('rejected subscribe: error 853000, then retried until accepted', async () => {
  await ctl('faults', { reject_auth: { times: 2 } });
  const seen = []; c.on('error', (e) => seen.push(e.message)); const p = once(c, 'authenticated');
  await ctl('drop', {}); await p; assert.equal(seen.filter((m) => m.includes('853000')).length, 2);
});
await test('missing ack: SDK gives up after 5 s', async () => {
  await ctl('faults', { mute_acks: 1 });
  await assert.rejects(c.sendMessage('lisi', { msgtype: 'markdown', markdown: { content: 'x' } }), /timeout/);
});
await test('missing pongs: SDK declares the connection dead', async () => {
  const d = await online(make({ heartbeatInterval: 60 })); await ctl('faults', { mute_pongs: true });
  await once(d, 'disconnected'); await ctl('faults', { mute_pongs: false }); d.disconnect();
});
await test('second client kicks the first: disconnected_event, no reconnect', async () => {
  const a = await online(make()); let back = 0; a.on('reconnecting', () => back++);
  const p = once(a, 'event.disconnected_event'); const b = await online(make()); await p; await pause(300);
  assert.equal(back, 0); assert.equal((await ctl('state')).bots.FAKEBOT.online, true); b.disconnect(); a.disconnect();
});
await test('30 messages per minute and chat, then 45009', async () => {
  await ctl('reset', {}); const d = await online(make());
  await ctl('inject', { userid: 'wangwu', text: 'hi' });
  for (let i = 0; i < 30; i++) await d.sendMessage('wangwu', { msgtype: 'markdown', markdown: { content: 'n' + i } });
  await assert.rejects(d.sendMessage('wangwu', { msgtype: 'markdown', markdown: { content: 'n30' } }), (e) => e.errcode === 45009);
  await ctl('clock', { advance: 61 }); await d.sendMessage('wangwu', { msgtype: 'markdown', markdown: { content: 'later' } }); d.disconnect();
});
await test('a forgotten subscription answers 846609; a new one is taken', async () => {
  await ctl('reset', {}); const d = await online(make());
  await ctl('inject', { userid: 'wangwu', text: 'hi' }); await ctl('faults', { drop_subscription: true });
  const say = (content) => d.sendMessage('wangwu', { msgtype: 'markdown', markdown: { content } });
  await assert.rejects(say('lost'), (e) => e.errcode === 846609);
  const p = once(d, 'authenticated'); await ctl('drop', {}); await p; await say('again');
  assert.deepEqual((await ctl('sent?chat=wangwu')).map((m) => m.content.content), ['again']); d.disconnect();
});
await test('six hours away: nothing said meanwhile is handed over, what comes later is', async () => {
  await ctl('reset', {}); const d = await online(make({ maxAuthFailureAttempts: -1 })), heard = [];
  d.on('message.text', (f) => heard.push(f.body.text.content));
  await ctl('faults', { reject_auth: { errcode: 50001, times: 0 } }); const gone = once(d, 'disconnected'); await ctl('drop', {}); await gone;
  assert.equal((await ctl('inject', { userid: 'wangwu', text: 'meanwhile' })).delivered, false); await ctl('clock', { advance: 6 * 3600 });
  const p = once(d, 'authenticated'); await ctl('faults', { reject_auth: null }); await p;
  const next = once(d, 'message.text'); await ctl('inject', { userid: 'wangwu', text: 'later' }); await next;
  assert.deepEqual(heard, ['later']); d.disconnect();
});
c?.disconnect();
console.log(`node: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
