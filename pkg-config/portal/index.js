const list = document.getElementById("vendors");
for (const { name, token } of await (await fetch("api/vendors")).json()) {
  const link = document.createElement("a");
  // After the mark: the link is a secret of the vendor, and what follows the mark is sent to nobody.
  link.href = `vendor#${token}`;
  link.textContent = name;
  const item = document.createElement("li");
  item.append("Invitation of ", link);
  list.append(item);
}
