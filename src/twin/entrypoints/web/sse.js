/** Server-sent events out of a fetch response, parsed as the HTML standard says. */

/**
 * Yield {name, data} for every whole event; one that the end of the stream cuts off is dropped.
 * Leaving the loop early cancels the stream.
 */
export async function* events(stream) {
  let name = "message";
  let data = [];
  for await (const line of lines(stream)) {
    if (line === "") {
      if (data.length) yield { name, data: data.join("\n") };
      name = "message";
      data = [];
      continue;
    }
    const [, field, value] = /^([^:]*)(?:: ?)?(.*)$/s.exec(line);
    if (field === "event") name = value;
    if (field === "data") data.push(value);
  }
}

async function* lines(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      // A CR at the end stays: the LF that belongs to it may come with the next chunk.
      const whole = (rest + value).split(/\r\n|\n|\r(?!$)/);
      rest = whole.pop();
      yield* whole;
    }
    if (rest.endsWith("\r")) yield rest.slice(0, -1);
  } finally {
    await reader.cancel();
  }
}
