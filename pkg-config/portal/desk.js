const rows = document.getElementById("rows");
const percent = (points) => (points / 100).toFixed(0);
const range = ({ low, high }) => (low === high ? `${percent(low)}%` : `${percent(low)}–${percent(high)}%`);

const cell = (row, ...lines) => {
  const made = document.createElement("td");
  for (const line of lines) {
    const one = document.createElement("div");
    one.textContent = line;
    made.append(one);
  }
  row.append(made);
  return made;
};

async function show() {
  const vendors = await (await fetch("api/vendors")).json();
  rows.replaceChildren(
    ...vendors.map(({ name, request, draft, received, review }) => {
      const row = document.createElement("tr");
      row.dataset.state = review?.state ?? "waiting";
      cell(row, name, request);
      const state = review ? review.state : draft ? "answering" : "invited";
      cell(
        row,
        state,
        ...(review?.why ? [review.why] : []),
        ...(review?.differences ?? [])
          .slice(0, 5)
          .map(({ path, claimed, computed }) => `${path}: claimed ${claimed}, computed ${computed}`),
      ).classList.add("state");
      const verified = review?.state === "verified";
      cell(
        row,
        ...(verified
          ? [
              range(review.overall),
              `${review.coverage.answered + review.coverage.provisional} of ${review.coverage.applicable} answered`,
              review.signedBy ? `Signed with the key ${review.signedBy}` : "Not signed",
            ]
          : []),
      );
      cell(
        row,
        ...(verified
          ? review.stages.map(
              ({ stage, state, open }) =>
                `Stage ${stage}: ${state}${open.length ? `, ${open.length} gates not met` : ""}`,
            )
          : []),
      );
      cell(
        row,
        ...(verified
          ? review.belowMinimum.length
            ? review.belowMinimum.map(({ id, answer }) => `${id}: ${answer ?? "no answer"}`)
            : ["none"]
          : []),
      );
      cell(row, received ? new Date(received).toLocaleString() : "");
      return row;
    }),
  );
}
document.getElementById("again").addEventListener("click", show);
await show();
