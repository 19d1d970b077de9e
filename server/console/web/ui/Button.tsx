import { Button as Pressable, type ButtonProps } from "react-aria-components/Button";
import "./Button.css";

interface Props extends ButtonProps {
  kind?: "primary" | "secondary" | "tint" | "text" | "danger" | "spine" | "icon";
  size?: "usual" | "large";
}

export function Button({ kind = "secondary", size = "usual", className, ...rest }: Props) {
  return (
    <Pressable
      {...rest}
      className={`button button-${kind} button-${size} ${(className as string) ?? ""}`}
    />
  );
}
