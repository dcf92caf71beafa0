/** The parts of opencc-js that it has no types for. */
declare module "opencc-js/dict/*" {
  /** `entry|entry|…`, an entry two texts with a blank between them. */
  const dictionary: string;
  export default dictionary;
}
