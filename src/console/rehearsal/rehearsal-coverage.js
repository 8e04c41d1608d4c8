const store = 'rehearsed-places';

/** The ids of the places that were heard in this window since it was opened, by language. */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(store) ?? '{}');
  } catch {
    return {};
  }
}

/**
 * Adds the places of this call to those of earlier calls in this window, and marks all of them on the map.
 * @param {Element} call
 */
export function countPlaces(call) {
  const said = call.querySelector('[data-coverage]');
  if (!said) return;
  const all = read();
  const before = new Set(all[said.dataset.language] ?? []);
  const listed = [...call.querySelectorAll('[data-listed]')];
  const isVisited = ({ dataset }) =>
    before.has(dataset.listed) || call.querySelector(`.map-visited[data-place="${dataset.listed}"]`) !== null;
  const visited = listed.filter(isVisited);
  for (const item of visited) {
    const status = item.querySelector('[data-visited]');
    status.textContent = status.dataset.visited;
    status.classList.add('status-good');
    call.querySelector(`[data-place="${item.dataset.listed}"]`)?.classList.add('map-visited');
  }
  const percent = Math.round((100 * visited.length) / listed.length);
  said.textContent = said.dataset.session.replace('{seen}', visited.length).replace('{percent}', percent);
  all[said.dataset.language] = visited.map(({ dataset }) => dataset.listed);
  try {
    sessionStorage.setItem(store, JSON.stringify(all));
  } catch {
    // If the browser cannot store the places, only the places of the current call are counted.
  }
}
