import { Button as Pressable, type ButtonProps } from "react-aria-components/Button";
import "./Button.css";

interface Props extends Omit<ButtonProps, "isPending"> {
  kind?: "primary" | "secondary" | "tint" | "text" | "danger" | "spine" | "icon";
  size?: "usual" | "large";
  // What it does is being done; until then it does nothing.
  busy?: boolean;
}

// The kit's own pending state has the button read out once more by reference, to which nothing is left when a dialog has closed.
export function Button({
  kind = "secondary",
  size = "usual",
  busy = false,
  type,
  onPress,
  className,
  ...rest
}: Props) {
  return (
    <Pressable
      {...rest}
      type={busy ? "button" : type}
      onPress={busy ? undefined : onPress}
      data-busy={busy || undefined}
      className={`button button-${kind} button-${size} ${(className as string) ?? ""}`}
    />
  );
}
