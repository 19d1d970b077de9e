// A person as a round mark: the first character of a Chinese name, the initials of another.
export function Initial({ name }: { name: string }) {
  const latin = /^[A-Za-z]/.test(name);
  const text = latin
    ? name
        .split(/\s+/)
        .slice(0, 2)
        .map((word) => word[0])
        .join("")
    : name.slice(0, 1);
  return (
    <span className="initial" aria-hidden="true">
      {text}
    </span>
  );
}
