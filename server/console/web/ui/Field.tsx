import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextField, type TextFieldProps } from "react-aria-components/TextField";
import "./Field.css";

interface Props extends TextFieldProps {
  label: string;
  placeholder?: string;
}

export function Field({ label, placeholder, ...rest }: Props) {
  return (
    <TextField {...rest} className="field">
      <Label>{label}</Label>
      <Input placeholder={placeholder} />
      <FieldError className="field-error" />
    </TextField>
  );
}
