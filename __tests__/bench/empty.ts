// The program that does nothing: what it takes to start is what every program of this project takes.
export {};
