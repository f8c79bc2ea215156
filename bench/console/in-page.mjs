// What runs inside of the measured page, as text: the page allows no script but its own, so it comes in through the debugger.

/** Sets `painted`, the time from navigation until so many rows are there and painted. */
export const watchRows = (count) => `
  window.painted = new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    const look = () =>
      document.querySelectorAll('.row .name').length >= ${count} ? channel.port2.postMessage(0) : requestAnimationFrame(look);
    requestAnimationFrame(look);
  });`;

/** The times between frames, while the axis is moved and zoomed in every frame; or left alone. */
export const playAxis = (ms, isMoved) => `new Promise((resolve) => {
  const axis = document.querySelector('svg.axis');
  axis.focus();
  const box = axis.getBoundingClientRect();
  const turn = (step) => ({
    bubbles: true,
    cancelable: true,
    clientX: box.left + box.width * (0.3 + 0.4 * Math.abs(Math.sin(step / 40))),
    clientY: box.top + 40,
    ...(step % 120 < 60 ? { deltaY: step % 240 < 120 ? -18 : 18 } : { deltaX: step % 240 < 180 ? 12 : -12 }),
  });
  const frames = [];
  let [step, last, until] = [0, undefined, performance.now() + ${ms}];
  const frame = (now) => {
    if (last !== undefined) frames.push(now - last);
    last = now;
    if (performance.now() > until) return resolve(frames);
    if (${isMoved}) axis.dispatchEvent(new WheelEvent('wheel', turn(step++)));
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;

/** Keeps, for each key typed into the filter, the time from the key until the next picture. */
export const watchKeys = `
  window.keyTimes = [];
  document.querySelector('input[type=search]').addEventListener('input', (event) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.keyTimes.push(performance.now() - event.timeStamp);
    requestAnimationFrame(() => channel.port2.postMessage(0));
  });`;

/** Takes the rows away that are drawn below the end of the list's frame: they are ready for whoever scrolls, and nobody sees them. */
export const dropRowsOutOfSight = `
  const { bottom } = document.querySelector('.rows').getBoundingClientRect();
  for (const row of document.querySelectorAll('.row:not(.head)')) if (row.getBoundingClientRect().top >= bottom) row.remove();`;
