import{createRequire as __r}from'node:module';const require=__r(import.meta.url);
import{a,b}from"./chunk-5DS6N5AP.js";import"./chunk-VB7SLD5W.js";export{a as SecretLintProfiler,b as secretLintProfiler};
