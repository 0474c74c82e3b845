// The form of every refusal: a name to tell it by, a stable code, what it is about.
export const fault = (code, subject, message, cause) =>
  Object.assign(cause === undefined ? new Error(message) : new Error(message, { cause }), {
    name: "ReadinessError",
    code,
    subject,
  });

export function isFault(error) {
  try {
    return error instanceof Error && error.name === "ReadinessError";
  } catch {
    // A proxy, or a getter, that throws when it is asked.
    return false;
  }
}
