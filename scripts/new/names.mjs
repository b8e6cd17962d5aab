// The forms of a name in snake_case that files and code need.

const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** @throws Error when it is not in snake_case */
export function toNames(snake, what) {
  if (!SNAKE.test(snake))
    throw new Error(`${JSON.stringify(snake)} is not the name of a ${what}: write it in snake_case.`);
  const words = snake.split('_');
  const pascal = words.map(capital).join('');
  return {
    snake,
    kebab: words.join('-'),
    pascal,
    camel: pascal[0].toLowerCase() + pascal.slice(1),
    constant: snake.toUpperCase(),
    title: capital(words.join(' ')),
  };
}

/** A tool is named `<toolset>_<verb>_<object>`; its file and its constant leave the toolset out. */
export function toToolNames(name, toolset) {
  const { snake } = toNames(name, 'tool');
  if (!name.startsWith(`${toolset}_`)) {
    throw new Error(`The tool ${name} is not named after its toolset: call it ${toolset}_${name}.`);
  }
  return { ...toNames(name.slice(toolset.length + 1), 'tool'), snake };
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
