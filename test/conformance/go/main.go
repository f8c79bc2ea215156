// Asks a registry by the vendor's generated client: every request that it is given, by the operation's name, and tells of each answer
// which fields the client's types do not know, and which of theirs it lacks.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"reflect"
	"strings"
	"time"

	aiven "github.com/aiven/go-client-codegen"
)

type request struct {
	Base      string          `json:"base"`
	Token     string          `json:"token"`
	Operation string          `json:"operation"`
	Arguments []string        `json:"arguments"`
	Body      json.RawMessage `json:"body"`
	// Asks again as the client does by itself; the answer is then not looked into.
	Retries bool `json:"retries"`
}

type result struct {
	Operation string   `json:"operation"`
	Known     bool     `json:"known"`
	Error     string   `json:"error,omitempty"`
	Unknown   []string `json:"unknown"`
	Missing   []string `json:"missing"`
}

// recorder keeps the body of the newest answer.
type recorder struct{ body []byte }

func (r *recorder) Do(req *http.Request) (*http.Response, error) {
	res, err := (&http.Client{Timeout: 20 * time.Second}).Do(req)
	if err != nil {
		return nil, err
	}
	r.body, err = io.ReadAll(res.Body)
	res.Body.Close()
	res.Body = io.NopCloser(bytes.NewReader(r.body))
	return res, err
}

func main() {
	var requests []request
	if err := json.NewDecoder(os.Stdin).Decode(&requests); err != nil {
		panic(err)
	}
	results := make([]result, 0, len(requests))
	for _, asked := range requests {
		results = append(results, ask(asked))
	}
	if err := json.NewEncoder(os.Stdout).Encode(results); err != nil {
		panic(err)
	}
}

func ask(asked request) (told result) {
	told = result{Operation: asked.Operation, Unknown: []string{}, Missing: []string{}}
	heard := &recorder{}
	options := []aiven.Option{aiven.HostOpt(asked.Base), aiven.TokenOpt(asked.Token)}
	if !asked.Retries {
		options = append(options, aiven.DoerOpt(heard))
	}
	client, err := aiven.NewClient(options...)
	if err != nil {
		told.Error = err.Error()
		return told
	}
	method := reflect.ValueOf(client).MethodByName(asked.Operation)
	if !method.IsValid() {
		return told
	}
	told.Known = true
	shape := method.Type()
	arguments := []reflect.Value{reflect.ValueOf(context.Background())}
	texts := asked.Arguments
	for i := 1; i < shape.NumIn(); i++ {
		in := shape.In(i)
		switch {
		case shape.IsVariadic() && i == shape.NumIn()-1:
		case in.Kind() == reflect.String && len(texts) > 0:
			arguments = append(arguments, reflect.ValueOf(texts[0]).Convert(in))
			texts = texts[1:]
		case in.Kind() == reflect.Int:
			arguments = append(arguments, reflect.ValueOf(1))
		case in.Kind() == reflect.Pointer:
			body := reflect.New(in.Elem())
			if len(asked.Body) > 0 {
				if err := json.Unmarshal(asked.Body, body.Interface()); err != nil {
					told.Error = "body: " + err.Error()
					return told
				}
			}
			arguments = append(arguments, body)
		default:
			told.Error = "cannot fill argument " + in.String()
			return told
		}
	}
	out := method.Call(arguments)
	if err, failed := out[len(out)-1].Interface().(error); failed && err != nil {
		told.Error = err.Error()
		return told
	}
	if len(out) == 2 && !asked.Retries {
		compare(out[0].Type(), inner(heard.body, out[0].Type()), "", &told)
	}
	return told
}

// inner takes an answer out of the object that holds it under its name, as the client does.
func inner(body []byte, out reflect.Type) any {
	var whole any
	if json.Unmarshal(body, &whole) != nil {
		return nil
	}
	fields, isObject := whole.(map[string]any)
	if !isObject {
		return whole
	}
	for out.Kind() == reflect.Pointer {
		out = out.Elem()
	}
	known := fieldsOf(out)
	for name, value := range fields {
		own, isOwn := known[name]
		if isOwn && len(fields) == 1 && own.shape.Kind() == reflect.String {
			isOwn = false
		}
		switch value.(type) {
		case []any:
			if out.Kind() == reflect.Slice {
				return value
			}
		case map[string]any:
			if !isOwn && (out.Kind() == reflect.Map || out.Kind() == reflect.Struct) && name != "forkcast" && len(fields) <= 2 {
				return value
			}
		default:
			if out.Kind() != reflect.Struct && out.Kind() != reflect.Map && out.Kind() != reflect.Slice {
				return value
			}
		}
	}
	return whole
}

type field struct {
	shape    reflect.Type
	required bool
}

func fieldsOf(shape reflect.Type) map[string]field {
	fields := map[string]field{}
	if shape.Kind() != reflect.Struct {
		return fields
	}
	for i := 0; i < shape.NumField(); i++ {
		name, options, _ := strings.Cut(shape.Field(i).Tag.Get("json"), ",")
		if name != "" && name != "-" {
			fields[name] = field{shape.Field(i).Type, !strings.Contains(options, "omitempty")}
		}
	}
	return fields
}

func compare(shape reflect.Type, value any, path string, told *result) {
	for shape.Kind() == reflect.Pointer {
		shape = shape.Elem()
	}
	switch got := value.(type) {
	case []any:
		if shape.Kind() == reflect.Slice && len(got) > 0 {
			compare(shape.Elem(), got[0], path+"[]", told)
		}
	case map[string]any:
		if shape.Kind() == reflect.Map {
			for _, each := range got {
				compare(shape.Elem(), each, path+".*", told)
				return
			}
		}
		if shape.Kind() != reflect.Struct || shape == reflect.TypeOf(time.Time{}) {
			return
		}
		fields := fieldsOf(shape)
		for name, each := range got {
			if known, isKnown := fields[name]; isKnown {
				compare(known.shape, each, path+"."+name, told)
			} else {
				told.Unknown = append(told.Unknown, path+"."+name)
			}
		}
		for name, known := range fields {
			if _, isThere := got[name]; !isThere && known.required {
				told.Missing = append(told.Missing, path+"."+name)
			}
		}
	}
}
