/** A value of Terraform that is an instance in JavaScript, and no object with attributes. */
export abstract class Opaque {}
