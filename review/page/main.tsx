import "./style.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { openSession } from "./session.ts";

openSession();
render(<App />, document.getElementById("app")!);
