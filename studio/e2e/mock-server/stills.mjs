// Drawn keyframes: plain shapes with one light, different for every shot, so that layouts are judged with pictures.
const PALETTES = [
  ["#16202b", "#22323f", "#0a0f13", "#f0c987"],
  ["#2a2530", "#4a3a44", "#141016", "#e59a6a"],
  ["#1d2a26", "#37493f", "#0d1411", "#d9d08f"],
  ["#9fb0b6", "#d3d9d6", "#33474b", "#f3e3c2"],
  ["#33281f", "#6a4c34", "#17110c", "#ffc272"],
];

export function still(number, ratio) {
  const [w, h] = { "9:16": [360, 640], "1:1": [480, 480] }[ratio] ?? [640, 360];
  const [sky, band, ground, light] = PALETTES[number % PALETTES.length];
  const horizon = h * (0.5 + 0.05 * (number % 4));
  const x = w * (0.22 + 0.14 * ((number * 3) % 5));
  const lampY = horizon - h * (0.24 + 0.02 * (number % 3));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">
<rect width="${w}" height="${h}" fill="${sky}"/><rect y="${horizon - h * 0.12}" width="${w}" height="${h * 0.14}" fill="${band}"/>
<path d="M${x} ${lampY}L${number % 2 ? 0 : w} ${lampY - h * 0.2}V${lampY + h * 0.26}z" fill="${light}" opacity=".25"/>
<circle cx="${x}" cy="${lampY}" r="${h * 0.03}" fill="${light}"/>
<path d="M0 ${horizon}L${w * 0.2} ${horizon - h * 0.03}L${w * 0.45} ${horizon + h * 0.04}L${w * 0.7} ${horizon - h * 0.02}L${w} ${horizon + h * 0.03}V${h}H0z" fill="${ground}"/>
<path d="M${x - w * 0.016} ${lampY + h * 0.02}h${w * 0.032}l${w * 0.01} ${horizon - lampY + h * 0.05}h-${w * 0.052}z" fill="${ground}"/>
<path d="M${w * 0.62} ${h * 0.94}c-${w * 0.01}-${h * 0.22} 0-${h * 0.34} ${w * 0.045}-${h * 0.34}s${w * 0.055} ${h * 0.12} ${w * 0.045} ${h * 0.34}z" fill="${number % 3 ? "#0b0a09" : light}" opacity="${number % 3 ? 1 : 0.5}"/>
<circle cx="${w * 0.665}" cy="${h * 0.555}" r="${h * 0.045}" fill="#0b0a09"/></svg>`;
}

/** A drawn portrait: the same coat and plait, a different light and tilt for every number. */
export function face(number) {
  const [sky, band, , light] = PALETTES[number % PALETTES.length];
  const tilt = ((number * 7) % 11) - 5;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="768" height="768">
<rect width="96" height="96" fill="${sky}"/><circle cx="${number % 2 ? 74 : 22}" cy="24" r="30" fill="${band}"/>
<path d="M12 96c2-22 16-30 36-30s34 8 36 30z" fill="#4a4633"/><path d="M40 60h16v12l-8 7-8-7z" fill="#c99f7f"/>
<g transform="rotate(${tilt} 48 46)"><ellipse cx="48" cy="42" rx="17" ry="21" fill="#d8b08f"/>
<path d="M29 44c-2-20 8-28 19-28s21 8 19 28c-3-10-8-15-19-15s-16 5-19 15z" fill="#9a9994"/>
<path d="M65 40c6 10 5 22 1 32l-6-2c4-10 4-20 1-28z" fill="#8a8984"/>
<circle cx="41" cy="43" r="2" fill="#26323a"/><circle cx="55" cy="43" r="2" fill="#26323a"/>
<path d="M42 54q6 ${number % 3 ? 3 : -1} 12 0" fill="none" stroke="#7a4a3a" stroke-width="1.6" stroke-linecap="round"/>
<path d="M48 21a17 21 0 0 1 0 42z" fill="${light}" opacity=".22"/></g></svg>`;
}
